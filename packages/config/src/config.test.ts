import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  defineSettings,
  near,
  parseArguments,
  resolveSettings,
  setting,
  type SettingsInput,
} from './index.ts';

const house = defineSettings('', {
  port: setting.integer({ default: 3000, min: 0, max: 65535, doc: 'Port of the web.' }),
  databaseUrl: setting.url({
    default: null as string | null,
    protocols: ['postgres:', 'postgresql:'],
    doc: 'PostgreSQL.',
    secret: true,
    foreign: 'DATABASE_URL',
  }),
});
const tracker = defineSettings('tracker', {
  pageSize: setting.integer({ default: 25, min: 1, max: 100, unit: 'rows', doc: 'Rows of a list.' }),
  theme: setting.oneOf(['light', 'dark'], { default: 'light', doc: 'Theme.' }),
  timezone: setting.timezone({ default: 'Asia/Seoul', doc: 'Zone.' }),
});

const folder = mkdtempSync(join(tmpdir(), 'madang-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, `${String(Math.random()).slice(2)}.yaml`);
  writeFileSync(path, text);
  return path;
}

function resolve(input: Partial<SettingsInput>) {
  return resolveSettings([house, tracker], { flags: new Map(), environment: {}, file: null, ...input });
}

describe('resolveSettings', () => {
  it('prefers flag to environment to file to another tool to default', () => {
    const everything = {
      flags: new Map([['port', '1']]),
      environment: { MADANG_PORT: '2', DATABASE_URL: 'postgres://foreign/x', MADANG_TRACKER_PAGE_SIZE: '7' },
      file: file('port: 3\ndatabaseUrl: postgres://file/x\ntracker:\n  pageSize: 8\n  theme: dark\n'),
    };
    const settings = resolve(everything);
    expect(settings.of(house)).toEqual({ port: 1, databaseUrl: 'postgres://file/x' });
    expect(settings.of(tracker)).toEqual({ pageSize: 7, theme: 'dark', timezone: 'Asia/Seoul' });
    expect(settings.print().map(({ key, source }) => [key, source])).toEqual([
      ['port', 'flag'],
      ['databaseUrl', 'file'],
      ['tracker.pageSize', 'environment'],
      ['tracker.theme', 'file'],
      ['tracker.timezone', 'default'],
    ]);
    expect(resolve({ environment: { DATABASE_URL: 'postgres://foreign/x' } }).of(house).databaseUrl).toBe(
      'postgres://foreign/x',
    );
  });

  it('reports every fault at once, with value, range and near names', () => {
    const bad = () =>
      resolve({
        flags: new Map([
          ['port', '70000'],
          ['prot', '1'],
        ]),
        environment: {
          MADANG_TRACKER_PAGE_SIZE: 'many',
          MADANG_TRACKER_TIMEZONE: 'Asia/Soul',
          MADANG_TRACKER_SIZE: '1',
        },
        file: file('tracker:\n  thme: dark\n  theme: [a]\n'),
      });
    expect(bad).toThrow(/--port is "70000"/);
    expect(bad).toThrow(/--prot is no setting; did you mean --port/);
    expect(bad).toThrow(/MADANG_TRACKER_PAGE_SIZE is "many" \(in rows\): must be a number/);
    expect(bad).toThrow(/Asia\/Soul/);
    expect(bad).toThrow(/MADANG_TRACKER_SIZE is no setting/);
    expect(bad).toThrow(/tracker.thme in .* is no setting; did you mean tracker.theme/);
    expect(bad).toThrow(/tracker.theme in .* must be one value/);
    expect(bad).toThrow(/7 settings are not usable/);
  });

  it('only warns of variables of systems that do not run here', () => {
    expect(resolve({ environment: { MADANG_POOLBENCH_ROUNDS: '3' } }).warnings).toEqual([
      'MADANG_POOLBENCH_ROUNDS is no setting',
    ]);
  });

  it('reads a secret from the file that …_FILE names, and never shows it', () => {
    const secret = file('postgres://user:hunter2@host/db\n');
    const settings = resolve({ environment: { MADANG_DATABASE_URL_FILE: secret } });
    expect(settings.of(house).databaseUrl).toBe('postgres://user:hunter2@host/db');
    expect(JSON.stringify(settings.print())).not.toContain('hunter2');
    expect(() => resolve({ environment: { MADANG_DATABASE_URL: 'hunter2' } })).not.toThrow(/hunter2/);
    expect(() => resolve({ environment: { MADANG_DATABASE_URL_FILE: '/nowhere' } })).toThrow(
      /cannot be read/,
    );
  });

  it('says what is wrong with a file that is no mapping or not there', () => {
    expect(() => resolve({ file: file('- a\n- b\n') })).toThrow(/not a mapping/);
    expect(() => resolve({ file: file('a: [') })).toThrow(/cannot be read/);
    expect(() => resolve({ file: '/nowhere.yaml' })).toThrow(/ENOENT/);
  });

  it('freezes the values', () => {
    expect(Object.isFrozen(resolve({}).of(house))).toBe(true);
  });
});

describe('parseArguments', () => {
  it('tells words from flags', () => {
    expect(parseArguments(['tracker', 'serve', '--port', '3000', '--data=d', '--json', '--', '--x'])).toEqual(
      {
        words: ['tracker', 'serve', '--x'],
        flags: new Map([
          ['port', '3000'],
          ['data', 'd'],
          ['json', 'yes'],
        ]),
      },
    );
  });

  it('refuses a flag without its value, or given twice', () => {
    expect(() => parseArguments(['--port'])).toThrow(/needs a value/);
    expect(() => parseArguments(['--port', '--json'])).toThrow(/needs a value/);
    expect(() => parseArguments(['--port=1', '--port=2'])).toThrow(/twice/);
  });
});

describe('near', () => {
  it('finds slips of the finger, swapped letters included, nearest first', () => {
    expect(near('prot', ['port', 'host', 'data'])).toEqual(['port', 'host'].slice(0, 1));
    expect(near('xyz', ['port'])).toEqual([]);
  });
});
