import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathPattern } from '../../src/configuration/path-pattern.ts';
import { check, folderOf, PACKAGE } from './run.ts';

interface Json {
  readonly engine: string;
  readonly packages: {
    readonly root: string;
    readonly settings: object | null;
    readonly findings: { readonly rule: string; readonly severity: string }[];
    readonly suppressed: { readonly rule: string; readonly reason: string }[];
  }[];
}

async function withSettings(yaml: string, ...argv: string[]) {
  const folder = folderOf({ ...PACKAGE, 'madang-audit.yaml': yaml });
  const outcome = await check(folder, '--json', ...argv);
  const json = outcome.printed === '' ? undefined : (JSON.parse(outcome.printed) as Json);
  return {
    ...outcome,
    json,
    told: json?.packages[0]?.findings.map(({ rule, severity }) => `${rule} ${severity}`),
  };
}

describe('madang-audit.yaml beside the package', () => {
  it('turns rules off, gives them another severity, and says so in the report', async () => {
    expect((await withSettings('')).told).toEqual(['L04 critical', 'Q04 medium']);
    const { told, json, code } = await withSettings(`
fail-on: high
rules:
  L04: { use: off, reason: the decorator only counts }
  q04: { severity: info, reason: both sides are literals }
`);
    expect(told).toEqual(['Q04 info']);
    expect(code).toBe(0);
    expect(json?.packages[0]?.settings).toEqual({
      file: 'madang-audit.yaml',
      off: [{ rule: 'L04', reason: 'the decorator only counts' }],
      severities: { Q04: 'info' },
      ignored: [],
    });
  });

  it('leaves paths out, and keeps what it left out under suppressed', async () => {
    const { told, json } = await withSettings('ignore:\n  - { path: "sh*.py", reason: generated }');
    expect(told).toEqual([]);
    expect(json?.packages[0]?.suppressed.map(({ rule, reason }) => `${rule} ${reason}`)).toEqual([
      'L04 generated',
      'Q04 generated',
    ]);
  });

  it('goes behind what the command line says, and before what is usual', async () => {
    const yaml = 'engine: goloop\nfail-on: never\nonly: [L04]\nrules:\n  Q04: { use: off, reason: known }';
    expect(await withSettings(yaml)).toMatchObject({
      code: 0,
      told: ['L04 critical'],
      json: { engine: 'goloop' },
    });
    expect(await withSettings(yaml, '--only=Q04', '--engine=v1', '--fail-on=low')).toMatchObject({
      code: 1,
      told: ['Q04 medium'],
      json: { engine: 'v1' },
    });
    expect((await withSettings(yaml, '--settings=none')).told).toHaveLength(2);
  });

  it('leaves out what is less sure, and counts it', async () => {
    const folder = folderOf({ ...PACKAGE, 'madang-audit.yaml': 'min-confidence: high' });
    expect((await check(folder)).printed).not.toContain('medium confidence');
  });

  it.each([
    ['engin: v1', 'engin is not known (did you mean engine?)'],
    ['rules: { F99: { use: on } }', 'there is no rule F99'],
    ['only: [FO1]', 'there is no rule FO1 (did you mean F01'],
    ['rules: { L04: { use: off } }', 'rules.L04: needs a reason'],
    ['rules: { L04: { severity: low } }', 'rules.L04: needs a reason'],
    ['rules: { L04: { use: off, reason: " " } }', 'rules.L04.reason: needs a reason'],
    ['rules: { L04: { use: on, raeson: x } }', 'rules.L04.raeson is not known (did you mean reason?)'],
    ['fail-on: worst', 'fail-on: Invalid option'],
    ['ignore: [tests/]', 'ignore.0: Invalid input'],
    ['a: [', 'CONFIG_FILE_UNREADABLE'],
    ['- a\n- b', 'Invalid input'],
  ])('is refused when it says %s', async (yaml, told) => {
    const { code, said, printed } = await withSettings(yaml);
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(said).toContain(told);
  });

  it('is no link, which could lead anywhere', async () => {
    const folder = folderOf(PACKAGE);
    symlinkSync('/etc/hostname', join(folder, 'madang-audit.yaml'));
    expect((await check(folder)).said).toContain('it is no plain file');
  });
});

it('the nearest settings above a package count, up to what was handed in', async () => {
  const inFolder = (root: string) =>
    Object.fromEntries(Object.entries(PACKAGE).map(([path, text]) => [`${root}/${path}`, text]));
  const off = (rule: string) => `rules:\n  ${rule}: { use: off, reason: known }`;
  const folder = folderOf({
    'madang-audit.yaml': off('L04'),
    ...{ 'up/madang-audit.yaml': off('Q04'), ...inFolder('up/a'), ...inFolder('up/b'), ...inFolder('c') },
    'up/b/madang-audit.yaml': '',
  });
  const rulesOf = async (path: string) =>
    (JSON.parse((await check(join(folder, path), '--json')).printed) as Json).packages.map(
      ({ root, findings }) => `${root}: ${findings.map(({ rule }) => rule).join()}`,
    );
  expect(await rulesOf('')).toEqual(['c: Q04', 'up/a: L04', 'up/b: L04,Q04']);
  expect(await rulesOf('up/a')).toEqual([': L04,Q04']);
});

describe('a pattern of paths', () => {
  it.each([
    ['tests/', 'tests/a/b.py', true],
    ['tests/', 'src/tests/b.py', false],
    ['**/tests/**', 'src/tests/b.py', true],
    ['**/*_gen.py', 'x_gen.py', true],
    ['a*b*c.py', 'a_b_c.py', true],
    ['a*b*c.py', 'ac.py', false],
    ['*.py', 'a/b.py', false],
    ['./a.py', 'a.py', true],
    ['ab*ba', 'aba', false],
  ])('%s of %s: %s', (pattern, path, expected) => {
    expect(pathPattern(pattern)(path)).toBe(expected);
  });
});
