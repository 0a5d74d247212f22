import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '@madang/errors';
import { parseArguments, takeFlags } from './index.ts';

const parse = (...argv: string[]) => parseArguments(argv, new Set(['help', 'json']));

describe('parseArguments', () => {
  it('tells words, flags with values and switches apart', () => {
    expect(parse('tracker', 'serve', '--port', '3000', '--data=d', '--json', '-', '--', '--x', '-y')).toEqual(
      {
        words: ['tracker', 'serve', '-', '--x', '-y'],
        flags: new Map([
          ['port', '3000'],
          ['data', 'd'],
          ['json', 'yes'],
        ]),
      },
    );
  });

  it('puts the values of a list that is given several times into one', () => {
    const { flags } = parseArguments(
      ['--fault', 'a', '--fault=b:1', '--fault', 'c,d'],
      new Set(),
      new Set(['fault']),
    );
    expect(flags).toEqual(new Map([['fault', 'a,b:1,c,d']]));
  });

  it('takes negative numbers, values with = and empty values', () => {
    expect(parse('--from', '-5', '--url=a=b', '--text=').flags).toEqual(
      new Map([
        ['from', '-5'],
        ['url', 'a=b'],
        ['text', ''],
      ]),
    );
  });

  it('knows -h', () => {
    expect(parse('-h').flags.get('help')).toBe('yes');
  });

  it('refuses a flag without its value, given twice, or with one dash, as wrong usage', () => {
    expect(() => parse('--port')).toThrow(/--port: needs a value/);
    expect(() => parse('--port', '--json')).toThrow(/--port: needs a value/);
    expect(() => parse('--port', '--', '1')).toThrow(/--port: needs a value/);
    expect(() => parse('--port=1', '--port=2')).toThrow(/--port: given twice/);
    expect(() => parse('-p', '1')).toThrow(/-p: flags have two dashes/);
    const error: unknown = (() => {
      try {
        return parse('-p');
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(exitCodeOf(error)).toBe(2);
  });

  it('does not show the value of a flag given twice, which may be a secret', () => {
    const url = '--database-url=postgres://user:hunter2@host/db';
    expect(() => parse(url, url)).toThrow(/^(?!.*hunter2)/);
  });
});

describe('takeFlags', () => {
  it("splits a command's own flags from the settings", () => {
    const [own, rest] = takeFlags(parse('--json', '--port=1').flags, ['json']);
    expect([...own.keys(), ...rest.keys()]).toEqual(['json', 'port']);
    expect(own.has('port') || rest.has('json')).toBe(false);
  });
});
