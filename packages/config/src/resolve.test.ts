import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defineSettings, resolveSettings, setting, type SettingsInput } from './index.ts';

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
let files = 0;

function file(text: string): string {
  const path = join(folder, `${files++}.yaml`);
  writeFileSync(path, text);
  return path;
}

function resolve(input: Partial<SettingsInput>) {
  return resolveSettings([house, tracker], { flags: new Map(), environment: {}, file: null, ...input });
}

const URL_OF = (name: string) => `postgres://${name}/x`;

describe('the order of sources', () => {
  const everything = {
    flags: new Map([['database-url', URL_OF('flag')]]),
    environment: {
      MADANG_DATABASE_URL: URL_OF('environment'),
      MADANG_DATABASE_URL_FILE: file(URL_OF('secret-file')),
      DATABASE_URL: URL_OF('other-tool'),
    },
    file: file(`databaseUrl: ${URL_OF('file')}\n`),
  };
  const { MADANG_DATABASE_URL: _, ...withoutVariable } = everything.environment;

  it.each<[string, Partial<SettingsInput>, string]>([
    ['a flag', everything, 'flag'],
    ['a variable', { ...everything, flags: new Map() }, 'environment'],
    ['a secret file', { ...everything, flags: new Map(), environment: withoutVariable }, 'secret-file'],
    ['the settings file', { ...everything, flags: new Map(), environment: {} }, 'file'],
    ["another tool's variable", { environment: { DATABASE_URL: URL_OF('other-tool') } }, 'other-tool'],
  ])('%s is next', (_name, input, expected) => {
    expect(resolve(input).of(house).databaseUrl).toBe(URL_OF(expected));
  });

  it('ends with the default, and says of each setting where it came from', () => {
    const settings = resolve({
      flags: new Map([['port', '1']]),
      environment: { MADANG_TRACKER_PAGE_SIZE: '7' },
      file: file('tracker:\n  theme: dark\n  timezone:\n'),
    });
    expect(settings.of(tracker)).toEqual({ pageSize: 7, theme: 'dark', timezone: 'Asia/Seoul' });
    expect(settings.print().map(({ key, source }) => [key, source])).toEqual([
      ['port', 'flag'],
      ['databaseUrl', 'default'],
      ['tracker.pageSize', 'environment'],
      ['tracker.theme', 'file'],
      ['tracker.timezone', 'default'],
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(resolve({ environment: { MADANG_PORT: '', DATABASE_URL: '' } }).of(house)).toEqual({
      port: 3000,
      databaseUrl: null,
    });
  });
});

describe('resolveSettings', () => {
  it('reports every fault at once, with place, value, range and near names', () => {
    const bad = () =>
      resolve({
        flags: new Map([
          ['port', '70000'],
          ['prot', '1'],
          ['rle', 'http'],
        ]),
        commandFlags: ['role'],
        environment: {
          MADANG_TRACKER_PAGE_SIZE: 'many',
          MADANG_TRACKER_TIMEZONE: 'Asia/Soul',
          MADANG_TRACKER_SIZE: '1',
        },
        file: file('tracker:\n  thme: dark\n  theme: [a]\n  pageSize: 1000\n'),
      });
    expect(bad).toThrow(/--port is "70000": must be a whole number from 0 to 65535/);
    expect(bad).toThrow(/--prot is no setting; did you mean --port/);
    expect(bad).toThrow(/--rle is no setting; did you mean --role/);
    expect(bad).toThrow(/MADANG_TRACKER_PAGE_SIZE is "many" \(in rows\): must be a whole number/);
    expect(bad).toThrow(/MADANG_TRACKER_TIMEZONE is "Asia\/Soul"/);
    expect(bad).toThrow(/MADANG_TRACKER_SIZE is no setting/);
    expect(bad).toThrow(/tracker.thme in .*\.yaml is no setting; did you mean tracker.theme/);
    expect(bad).toThrow(/tracker.theme in .*\.yaml must be one value/);
    expect(bad).toThrow(/8 settings are not usable; nothing was started or changed/);
  });

  it('names the entry of the file that is wrong', () => {
    expect(() => resolve({ file: file('tracker:\n  pageSize: 1000\n') })).toThrow(
      /tracker.pageSize in .*\.yaml is "1000" \(in rows\)/,
    );
  });

  it('only warns of variables of systems that do not run here', () => {
    expect(resolve({ environment: { MADANG_POOLBENCH_ROUNDS: '3' } }).warnings).toEqual([
      'MADANG_POOLBENCH_ROUNDS is no setting',
    ]);
  });

  it('never shows a secret, right or wrong', () => {
    const named = { MADANG_DATABASE_URL_FILE: file('postgres://user:hunter2@host/db\n') };
    const settings = resolve({ environment: named });
    expect(settings.of(house).databaseUrl).toBe('postgres://user:hunter2@host/db');
    expect(JSON.stringify(settings.print())).not.toContain('hunter2');
    const wrong = () => resolve({ environment: { MADANG_DATABASE_URL: 'mysql://user:hunter2@host/db' } });
    expect(wrong).toThrow(/MADANG_DATABASE_URL is \(secret\): must be a URL that starts with postgres:\/\//);
    expect(wrong).not.toThrow(/hunter2/);
  });

  it('says which secret file cannot be read', () => {
    expect(() => resolve({ environment: { MADANG_DATABASE_URL_FILE: '/nowhere' } })).toThrow(
      /MADANG_DATABASE_URL_FILE names the file \/nowhere, which cannot be read \(ENOENT\)/,
    );
  });

  it('says what is wrong with a file that is no mapping, no YAML, or not there', () => {
    expect(() => resolve({ file: file('- a\n- b\n') })).toThrow(/not a mapping/);
    expect(() => resolve({ file: file('a: [') })).toThrow(/cannot be read/);
    expect(() => resolve({ file: '/nowhere.yaml' })).toThrow(/ENOENT/);
    expect(resolve({ file: file('') }).of(house).port).toBe(3000);
  });

  it('gives variables from which a child resolves to the same values', () => {
    const settings = resolve({
      flags: new Map([['port', '1']]),
      environment: { DATABASE_URL: URL_OF('other-tool') },
      file: file('tracker:\n  pageSize: 8\n'),
    });
    const variables = settings.asEnvironment();
    expect(variables).toEqual({
      MADANG_PORT: '1',
      MADANG_DATABASE_URL: URL_OF('other-tool'),
      MADANG_TRACKER_PAGE_SIZE: '8',
    });
    const child = resolve({ environment: variables });
    expect([child.of(house), child.of(tracker)]).toEqual([settings.of(house), settings.of(tracker)]);
  });

  it('freezes the values, and knows only what it was given', () => {
    const settings = resolve({});
    expect(Object.isFrozen(settings.of(house))).toBe(true);
    expect(() => settings.of(defineSettings('other', {}))).toThrow(/"other"/);
  });
});
