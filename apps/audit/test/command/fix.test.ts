import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editBytes } from '../../src/fix/edit-bytes.ts';
import { fixFiles } from '../../src/fix/fix-files.ts';
import { writeFixes } from '../../src/fix/write-fixes.ts';
import { readInput } from '../../src/reading/read-input.ts';
import { rules } from '../../src/rules/index.ts';
import { check, folderOf, PACKAGE, read, SHOP } from './run.ts';

const MENDED = SHOP.replace(' is not ', ' != ');
const all = { rules };

describe('--diff', () => {
  it('shows what --fix would do, ends with 1 and writes nothing', async () => {
    const folder = folderOf(PACKAGE);
    const { code, printed } = await check(folder, '--diff');
    expect(code).toBe(1);
    expect(printed.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      '--- a/shop.py',
      '+++ b/shop.py',
      "-        return self._name.get() is not ''",
      "+        return self._name.get() != ''",
    ]);
    expect(read(folder, 'shop.py')).toBe(SHOP);
  });

  it('shows also what may change the contract when that is asked', async () => {
    const { printed } = await check(folderOf(PACKAGE), '--diff', '--fix-unsafe');
    expect(printed).toContain('-    @logged\n');
  });

  it.each([
    ['line ends of Unix', SHOP],
    ['line ends of Windows', SHOP.replaceAll('\n', '\r\n')],
    ['no line end at the end', SHOP.trimEnd()],
  ])('is a patch that git applies: %s', async (_, text) => {
    const folder = folderOf({ ...PACKAGE, 'shop.py': text });
    const { printed } = await check(folder, '--diff', '--fix-unsafe');
    const applied = spawnSync('git', ['apply', '-'], {
      cwd: folder,
      input: `${printed}\n`,
      encoding: 'utf8',
    });
    expect(applied).toMatchObject({ status: 0, stderr: '' });
    expect(read(folder, 'shop.py')).toBe(text.replace(' is not ', ' != ').replace(/ {4}@logged\r?\n/, ''));
  });

  it('ends with 0 and says nothing when there is nothing to mend', async () => {
    const folder = folderOf({ ...PACKAGE, 'shop.py': MENDED });
    expect(await check(folder, '--diff')).toEqual({ code: 0, printed: '', said: '' });
  });
});

describe('--fix', () => {
  it('writes what is safe, and only that; with --fix-unsafe all', async () => {
    const folder = folderOf(PACKAGE);
    chmodSync(join(folder, 'shop.py'), 0o640);
    expect((await check(folder, '--fix')).said).toContain('Mended 1 in shop.py.');
    expect(read(folder, 'shop.py')).toBe(MENDED);
    expect(statSync(join(folder, 'shop.py')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).toSorted()).toEqual(['__init__.py', 'package.json', 'shop.py']);
    await check(folder, '--fix-unsafe');
    expect(read(folder, 'shop.py')).toBe(MENDED.replace('    @logged\n', ''));
    expect((await check(folder, '--fix-unsafe')).said).toContain('Nothing to mend.');
  });

  it('keeps line ends and a byte-order mark', async () => {
    const text = `\ufeff${SHOP.replaceAll('\n', '\r\n')}`;
    const folder = folderOf({ ...PACKAGE, 'shop.py': text });
    await check(folder, '--fix');
    expect(read(folder, 'shop.py')).toBe(text.replace(' is not ', ' != '));
  });

  it('keeps the encoding of a file that names another one', async () => {
    const head = '# -*- coding: euc-kr -*-\n# ';
    const korean = Buffer.from([0xb0, 0xa1, 0xb3, 0xaa, 0x0a]); // 가나
    const bytes = Buffer.concat([Buffer.from(head), korean, Buffer.from(SHOP)]);
    const folder = folderOf({ ...PACKAGE, 'shop.py': bytes });
    await check(folder, '--fix');
    expect(readFileSync(join(folder, 'shop.py'))).toEqual(
      Buffer.concat([Buffer.from(head), korean, Buffer.from(MENDED)]),
    );
  });

  it('mends a single file, and no archive and no standard input', async () => {
    const folder = folderOf(PACKAGE);
    await check(join(folder, 'shop.py'), '--fix');
    expect(read(folder, 'shop.py')).toBe(MENDED);
    const hex = folderOf({ 'content.hex': '0x504b' });
    expect((await check(join(hex, 'content.hex'), '--fix')).code).toBe(1);
  });

  it('refuses a file that became a link, and one that lies outside', async () => {
    const folder = folderOf(PACKAGE);
    const files = await readInput(folder);
    const { files: mended } = fixFiles(files, 'safe', all);
    renameSync(join(folder, 'shop.py'), join(folder, 'real.txt'));
    symlinkSync('real.txt', join(folder, 'shop.py'));
    await expect(writeFixes(folder, files, mended)).rejects.toMatchObject({ code: 'AUDIT_OUTSIDE_OF_INPUT' });
    expect(read(folder, 'real.txt')).toBe(SHOP);
    expect(lstatSync(join(folder, 'shop.py')).isSymbolicLink()).toBe(true);

    const inner = folderOf(
      Object.fromEntries(Object.entries(PACKAGE).map(([path, text]) => [`in/${path}`, text])),
    );
    const below = await readInput(inner);
    const elsewhere = folderOf(PACKAGE);
    renameSync(join(inner, 'in'), join(inner, 'was'));
    symlinkSync(elsewhere, join(inner, 'in'));
    await expect(writeFixes(inner, below, fixFiles(below, 'safe', all).files)).rejects.toMatchObject({
      code: 'AUDIT_OUTSIDE_OF_INPUT',
    });
    expect(read(elsewhere, 'shop.py')).toBe(SHOP);
  });

  it('refuses a file that somebody changed meanwhile', async () => {
    const folder = folderOf(PACKAGE);
    const files = (await readInput(folder)).map(({ path, bytes }) => ({
      path,
      bytes: Buffer.concat([bytes, Buffer.from('\n')]),
    }));
    const { files: mended } = fixFiles(files, 'safe', all);
    await expect(writeFixes(folder, files, mended)).rejects.toMatchObject({
      code: 'AUDIT_CHANGED_MEANWHILE',
    });
  });

  it('mends what is there twice on one line, and goes on until nothing is left', () => {
    const text = SHOP.replace("get() is not ''", "get() is not '' and self._name.get() is not 'x'");
    const files = [{ path: 'shop.py', bytes: Buffer.from(text) }];
    const {
      files: [mended],
      applied,
    } = fixFiles(files, 'safe', all);
    expect(Buffer.from(mended!.bytes).toString()).toContain("get() != '' and self._name.get() != 'x'");
    expect(applied).toHaveLength(2);
  });
});

describe('edits of bytes', () => {
  it('stand where characters stand, beyond the basic plane too', () => {
    const bytes = Buffer.from('a = "😀가"; b = 1\n');
    const at = 'a = "😀가"; '.length;
    expect(Buffer.from(editBytes(bytes, [{ start: at, end: at + 1, text: 'c' }])!).toString()).toBe(
      'a = "😀가"; c = 1\n',
    );
  });

  it('are refused where the file was not read as it is, or the text has no place in its encoding', () => {
    const broken = Buffer.from([0x61, 0xff, 0xff, 0x0a]);
    expect(editBytes(broken, [{ start: 0, end: 1, text: 'b' }])).toBeUndefined();
    const latin = Buffer.from('# coding: latin-1\nb = 1\n', 'latin1');
    expect(editBytes(latin, [{ start: 18, end: 19, text: '가' }])).toBeUndefined();
  });
});

it('a folder that is no folder any more is told', async () => {
  const folder = folderOf({});
  mkdirSync(join(folder, 'empty'));
  expect(await check(join(folder, 'empty'))).toMatchObject({ code: 1 });
  expect((await check(join(folder, 'nowhere'))).said).toContain('There is no file or folder');
});
