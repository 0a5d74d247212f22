import { describe, expect, it } from 'vitest';
import { defineSettings, resolveSettings, setting } from './index.ts';

const kinds = defineSettings('', {
  text: setting.text({ default: 'a', doc: '' }),
  whole: setting.integer({ default: 1, min: -5, max: 100, doc: '' }),
  real: setting.number({ default: 0.5, min: 0, max: 1, doc: '' }),
  choice: setting.oneOf(['light', 'dark'], { default: 'light', doc: '' }),
  toggle: setting.toggle({ default: false, doc: '' }),
  url: setting.url({ default: null as string | null, protocols: ['http:', 'https:'], doc: '' }),
  networks: setting.networks({ default: null as string | null, doc: '' }),
  timezone: setting.timezone({ default: 'Asia/Seoul', doc: '' }),
});

type Name = keyof typeof kinds.settings;

function read(name: Name, text: string): unknown {
  const settings = resolveSettings([kinds], {
    flags: new Map([[name, text]]),
    environment: {},
    file: null,
  });
  return settings.of(kinds)[name];
}

describe('setting', () => {
  it.each<[Name, string, unknown]>([
    ['text', '마당', '마당'],
    ['whole', '-5', -5],
    ['whole', '100', 100],
    ['real', '0.25', 0.25],
    ['choice', 'dark', 'dark'],
    ['toggle', 'Yes', true],
    ['toggle', '0', false],
    ['url', 'https://example.org/x', 'https://example.org/x'],
    ['networks', '127.0.0.1, 10.0.0.0/8,fd00::/8', '127.0.0.1,10.0.0.0/8,fd00::/8'],
    ['timezone', 'Europe/Berlin', 'Europe/Berlin'],
    ['timezone', 'UTC', 'UTC'],
  ])('%s takes %s', (name, text, value) => {
    expect(read(name, text)).toBe(value);
  });

  it.each<[Name, string, RegExp]>([
    ['text', '', /must not be empty/],
    ['whole', '3.5', /--whole is "3.5": must be a whole number from -5 to 100/],
    ['whole', '1e3', /whole number/],
    ['whole', '101', /from -5 to 100/],
    ['whole', '', /whole number/],
    ['whole', '0x10', /whole number/],
    ['real', '1.01', /must be a number from 0 to 1/],
    ['real', 'NaN', /must be a number/],
    ['choice', 'blue', /must be one of light, dark/],
    ['toggle', 'maybe', /must be yes or no/],
    ['url', 'ftp://example.org', /must be a URL that starts with http:\/\/ or https:\/\//],
    ['url', 'example.org', /must be a URL/],
    ['networks', '10.0.0.0/33', /must be addresses or networks/],
    ['networks', '0.0.0.0/0', /must be addresses or networks/],
    ['networks', 'proxy.example.org', /must be addresses or networks/],
    ['networks', '127.0.0.1,', /must be addresses or networks/],
    ['timezone', 'Asia/Soul', /IANA time zone/],
    ['timezone', '+09:00', /IANA time zone/],
  ])('%s refuses "%s"', (name, text, message) => {
    expect(() => read(name, text)).toThrow(message);
  });

  it('shows a hostile value as text that cannot change a terminal or add a line', () => {
    expect(() => read('whole', '\u001b[2J\nok')).toThrow(/is "\\u\{1b\}\[2J\\u\{a\}ok"/);
  });
});
