import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import type { Rule } from '../src/catalogue/rule.ts';
import { openInput } from '../src/reading/read-input.ts';
import { rules } from '../src/rules/index.ts';
import { check, folderOf, MANIFEST, PACKAGE, SHOP } from './command/run.ts';
import { zipOf } from './online/zip.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** `rule line` of all that is told, and that no rule failed. */
function told(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const input = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? bytesOf(content) : content,
  }));
  const reports = analyse(input, { rules });
  expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
  return reports.flatMap(({ findings }) => findings.map(({ rule, at }) => `${rule} ${at.start.line}`));
}

/** What `check` says of a file, which it refuses. */
async function refusal(name: string, content: Uint8Array | string) {
  const { code, printed, said } = await check(join(folderOf({ [name]: content }), name));
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  return said;
}

describe('a zip that is no contract', () => {
  const zip = Buffer.from(zipOf(PACKAGE));
  const rewritten = (from: string, to: string) =>
    Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

  it.each<[string, Uint8Array, string, string]>([
    [
      '100 MB of nulls',
      zipOf({ 'shop.py': Buffer.alloc(100 * 1024 * 1024) }),
      'ICON_ARCHIVE_TOO_LARGE',
      'Leave out',
    ],
    [
      'a name that leads out',
      rewritten('shop.py', '../s.py'),
      'ICON_ARCHIVE_UNSAFE',
      'Pack the contract again',
    ],
    ['an absolute name', rewritten('shop.py', '/sho.py'), 'ICON_ARCHIVE_UNSAFE', 'Pack the contract again'],
    ['one name twice', zipOfTwins(), 'ICON_ARCHIVE_UNSAFE', 'is there twice'],
    ['half of itself', zip.subarray(0, zip.length / 2), 'ICON_ARCHIVE_DAMAGED', 'Compare its SHA3-256'],
    ['two letters', Buffer.from('PK'), 'ICON_ARCHIVE_DAMAGED', 'Compare its SHA3-256'],
    ['a zip in a zip', zipOf({ 'shop.zip': zip }), 'AUDIT_NOTHING_TO_READ', 'Name the folder of a SCORE'],
    ['nothing', zipOf({}), 'AUDIT_NOTHING_TO_READ', 'Name the folder of a SCORE'],
  ])('is refused with a code and what to do: %s', async (_, bytes, code, next) => {
    const said = await refusal('shop.zip', bytes);
    expect(said).toContain(code);
    expect(said).toContain(next);
  });

  it('writes nothing to a terminal through the names in it', async () => {
    const path = join(folderOf({ 'a.zip': zipOf({ 'a\u001b[2J\u202e\n.py': 'x = = 1\n' }) }), 'a.zip');
    const { printed, said } = await check(path);
    expect(printed).toContain('X001');
    expect(printed + said).not.toMatch(/[\u001b\u202e]/u);
  });

  function zipOfTwins(): Uint8Array {
    const twins = Buffer.from(zipOf({ 'a.py': 'x = 1\n', 'b.py': 'x = 2\n' }));
    return Buffer.from(twins.toString('latin1').replaceAll('b.py', 'a.py'), 'latin1');
  }
});

describe('what a folder may hold', () => {
  it('a link to itself is not followed', async () => {
    const folder = folderOf(PACKAGE);
    symlinkSync(folder, join(folder, 'again'));
    symlinkSync('round.py', join(folder, 'round.py'));
    const { files } = await openInput(folder);
    expect(files.map(({ path }) => path)).toEqual(['__init__.py', 'package.json', 'shop.py']);
  });

  it('a pipe in it is passed over, and refused where it is named', async () => {
    const folder = folderOf(PACKAGE);
    expect(spawnSync('mkfifo', [join(folder, 'pipe.py')]).status).toBe(0);
    expect((await openInput(folder)).files).toHaveLength(3);
    for (const path of [join(folder, 'pipe.py'), '/dev/zero']) {
      const { code, said } = await check(path);
      expect(code).toBe(1);
      expect(said).toContain('AUDIT_NOT_A_FILE');
      expect(said).toContain('Name a file or a folder, or "-"');
    }
  });

  it('a file that grows is read as it was', async () => {
    const folder = folderOf({ 'grows.py': '# one\n' });
    const path = join(folder, 'grows.py');
    const reading = openInput(path);
    const growing = setInterval(() => appendFileSync(path, '# and one more\n'.repeat(100_000)), 0);
    const [file] = (await reading).files;
    clearInterval(growing);
    expect(file?.bytes.length).toBeLessThan(8 * 1024 * 1024);
    expect(Buffer.from(file?.bytes ?? []).toString()).toMatch(/^# one\n/);
  });

  it('a file that this user may not read is told', async () => {
    const folder = folderOf(PACKAGE);
    const isRoot = process.geteuid?.() === 0;
    writeFileSync(join(folder, 'shop.py'), SHOP);
    const secret = join(folder, 'secret.py');
    writeFileSync(secret, '', { mode: 0 });
    spawnSync('chmod', ['755', folder]);
    // Root may read everything.
    if (isRoot) process.seteuid?.(65_534);
    const { code, said } = await check(folder).finally(() => {
      if (isRoot) process.seteuid?.(0);
    });
    expect(code).toBe(1);
    expect(said).toContain('AUDIT_NOT_READABLE');
    expect(said).toContain(secret);
    expect(said).toContain('take it out of the folder');
  });

  it('more than fits in memory is refused before it is read', async () => {
    const folder = folderOf({});
    for (const name of ['a.py', 'b.py']) {
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), 7 * 1024 * 1024);
    }
    const { code, said } = await check(folder);
    expect(code).toBe(1);
    expect(said).toContain('AUDIT_INPUT_TOO_LARGE');
    expect(said).toContain('is more than 12582912');
  });

  it('folders as deep as a path can be', async () => {
    const folder = folderOf({});
    const deep = join(folder, ...Array.from({ length: 1500 }, () => 'a'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'a.py'), 'x = = 1\n');
    expect((await check(folder, '--only=L18')).printed).toContain('X001');
  });

  it('3,000 files that import one another in a circle', { timeout: 120_000 }, () => {
    const count = 3000;
    const files = Array.from({ length: count }, (_, number) => [
      `m${number}.py`,
      `from . import m${(number + 1) % count}\nfrom .m${(number + 7) % count} import K${(number + 7) % count}\nK${number} = ${number}\n`,
    ]);
    const found = told({
      ...(Object.fromEntries(files) as Record<string, string>),
      'package.json': MANIFEST,
    });
    expect(found.filter((each) => each.startsWith('X'))).toEqual([]);
  });
});

describe('what a file may hold', () => {
  it('nothing but nulls: one finding tells them all', () => {
    expect(told({ 'a.py': '\0'.repeat(16_000) }).filter((each) => each.startsWith('X'))).toHaveLength(2);
  });

  it('more faults than anybody reads: the first ones, and how many more', () => {
    const [report] = analyse([{ path: 'a.py', bytes: bytesOf('x = = 1\n'.repeat(400)) }], { rules });
    const found = (report?.findings ?? []).filter(({ rule }) => rule === 'X001');
    expect(found).toHaveLength(51);
    expect(found.at(-1)?.message.en).toContain('at least 350 more');
    expect(found.at(-1)?.message.ko).toContain('350개');
    expect(found.at(-1)?.at.start.line).toBe(51);
  });

  const KOREAN = Uint8Array.of(0x23, 0xb0, 0xa1, 0xb0, 0xdd, 0x0a);
  it.each([
    ['without a coding line', '', ['X001 1']],
    ['as cp949', '# -*- coding: cp949 -*-\n', []],
    ['as euc-kr', '# vim: set fileencoding=euc-kr :\n', []],
    ['as utf-8, which it is not', '# coding: utf-8\n', ['X001 2']],
    ['as something unknown', '# coding: hangul-8\n', ['X001 2']],
  ])('Korean as it was written before UTF-8, %s', (_, head, expected) => {
    const found = told({ 'a.py': Buffer.concat([Buffer.from(head), KOREAN]) });
    expect(found.filter((each) => each.startsWith('X'))).toEqual(expected);
  });

  const many = 10_000;
  it.each([
    ['brackets', `x = ${'['.repeat(many)}${']'.repeat(many)}\n`, ['X001 1']],
    ['calls', `x = ${'f('.repeat(many)}${')'.repeat(many)}\n`, ['X001 1']],
    ['attributes', `x = a${'.b'.repeat(many)}\n`, ['X001 1']],
    ['sums', `x = a${' + a'.repeat(many)}\n`, ['X001 1']],
    ['conditions', `x = a${' and a'.repeat(many)}\n`, []],
    ['comparisons', `x = a${' < a'.repeat(many)}\n`, []],
    ['strings side by side', `x = ${'"a" '.repeat(many)}\n`, []],
    ['strings added', `x = "a"${' + "a"'.repeat(many)}\n`, ['X001 1']],
    ['fields of an f-string', `x = f"${'{a}'.repeat(many)}"\n`, []],
    ['more fields than a call can have arguments', `x = f"${'{a}'.repeat(20 * many)}"\n`, []],
    ['f-strings in f-strings', `x = ${'f"{'.repeat(many)}a${'}"'.repeat(many)}\n`, ['X001 1']],
    ['formats of formats', `x = f"${'{a:'.repeat(many)}${'}'.repeat(many)}"\n`, ['X001 1']],
    ['elifs', `if a: pass\n${'elif b: pass\n'.repeat(many)}`, []],
    ['decorators', `${'@a\n'.repeat(many)}def f(): pass\n`, []],
    ['targets', `${'x = '.repeat(many)}0\n`, []],
    [
      'lines of two thousand classes in a row',
      Array.from({ length: 2000 }, (_, n) => `class A${n}(A${n - 1}): pass\n`).join(''),
      [],
    ],
  ])('ten thousand %s', { timeout: 60_000 }, (_, text, expected) => {
    const found = told({ 'a.py': `a = b = f = 0\nA = 0\n${text}` });
    const unread = found.filter((each) => each.startsWith('X'));
    expect(unread.map((each) => each.replace(/\d+$/, '1'))).toEqual(expected);
  });

  it.each([
    ['itself', 'class A(A): pass\n'],
    ['one another', 'class A(B): pass\nclass B(C): pass\nclass C(A): pass\n'],
    ['one another, as contracts', 'class A(B, IconScoreBase): pass\nclass B(A, IconScoreBase): pass\n'],
    ['an order that cannot be', 'class X: pass\nclass Y(X): pass\nclass Z(X, Y): pass\n'],
  ])('classes that derive from %s', (_, text) => {
    told({ 'shop.py': `from iconservice import *\n${text}${SHOP}`, 'package.json': MANIFEST });
  });

  it('modules that import one another, with classes that derive in a circle', () => {
    told({
      'shop.py': 'from .b import *\nclass Shop(B): pass\n',
      'b.py': 'from .shop import *\nclass B(Shop): pass\n',
      'package.json': MANIFEST,
    });
  });

  it('functions that call one another for ever', () => {
    const methods = ['a', 'b', 'c'].map(
      (name) =>
        `    @external\n    def ${name}(self) -> None:\n        self.a()\n        self.b()\n        self.c()\n`,
    );
    told({ 'shop.py': `${SHOP}\n${methods.join('\n')}`, 'package.json': MANIFEST });
  });
});

describe('5 MB in one file', () => {
  const megabytes = 5 * 1024 * 1024;
  // Two processors that others use as well: a quarter of this is usual.
  const LONGEST_MS = 60_000;

  it.each([
    ['closing brackets', ')\n'],
    ['opening brackets', '('],
    ['nulls between letters', 'a\0'],
    ['strings', "'''x'''\n"],
    ['statements that cannot be read', 'x = = 1\n'],
  ])('%s', { timeout: LONGEST_MS }, (_, part) => {
    const text = part.repeat(Math.ceil(megabytes / part.length));
    const [report] = analyse([{ path: 'a.py', bytes: bytesOf(text) }], { rules: [] });
    expect((report?.findings ?? []).filter(({ rule }) => rule === 'X001').length).toBeLessThan(52);
  });
});

it('a rule that throws is told, and the others go on', () => {
  const broken: Rule = {
    ...rules[0]!,
    id: 'Z99',
    check() {
      throw new Error('no such thing');
    },
  };
  const files = Object.entries(PACKAGE).map(([path, text]) => ({ path, bytes: bytesOf(text) }));
  const [sound] = analyse(files, { rules });
  const [report] = analyse(files, { rules: [broken, ...rules] });
  expect(report?.failed).toEqual(['Z99']);
  const others = report?.findings.filter(({ rule }) => rule !== 'X002');
  expect(others).toEqual(sound?.findings);
  const [fault] = report?.findings.filter(({ rule }) => rule === 'X002') ?? [];
  expect(fault?.message.en).toBe('Rule Z99 failed on this package and found nothing: no such thing');
  expect(fault?.message.ko).toContain('Z99');
});
