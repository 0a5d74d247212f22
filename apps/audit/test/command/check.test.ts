import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../output/every-format.ts';
import { check, folderOf, MANIFEST, PACKAGE, read, SHOP } from './run.ts';

const CLEAN = { ...PACKAGE, 'shop.py': SHOP.replace(' is not ', ' != ').replace('    @logged\n', '') };

describe('exit codes of check', () => {
  it.each([
    [[], 1],
    [['--fail-on=critical'], 1],
    [['--fail-on=never'], 0],
    [['--only=Q04', '--fail-on=medium'], 1],
    [['--only=Q04', '--fail-on=high'], 0],
  ])('%j gives %d', async (flags, code) => {
    expect((await check(folderOf(PACKAGE), ...flags)).code).toBe(code);
  });

  it.each([
    [['--fail-on=bad'], 'one of critical, high, medium, low, info, never'],
    [['--format=xml'], `one of ${Object.keys(formats).join(', ')}`],
    [['--engine=v2'], 'one of v1, goloop, either'],
    [['--min-confidence=all'], 'one of high, medium, low'],
    [['--only=F0l'], 'There is no rule "F0l" (did you mean F01'],
    [['--json', '--format=sarif'], '--json and --format do not go together'],
    [['--diff', '--watch'], '--diff and --watch do not go together'],
    [['--new-only'], '--new-only needs --since'],
    [['--stdin-name=../../x.py'], 'the path of a Python file within the package'],
    [['--stdin-name=x.txt'], 'the path of a Python file within the package'],
  ])('%j is wrong usage', async (flags, why) => {
    const { code, said, printed } = await check(folderOf(CLEAN), ...flags);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(said).toContain(why);
  });

  it('one path is wanted', async () => {
    expect((await check()).code).toBe(2);
    expect((await check('a', 'b')).code).toBe(2);
    expect((await check('-', '--watch')).said).toContain('standard input cannot be watched');
    expect((await check('/nowhere/at/all', '--watch')).said).toContain('AUDIT_NOTHING_THERE');
  });
});

describe('--format and --output', () => {
  it.each(Object.keys(formats))('%s is printed, or written whole with a summary printed', async (format) => {
    const folder = folderOf(PACKAGE);
    const out = folderOf({});
    const { printed } = await check(folder, `--format=${format}`);
    const written = await check(folder, `--format=${format}`, `--output=${join(out, 'report')}`);
    expect(read(out, 'report')).toBe(`${printed}\n`);
    expect(written.printed).toMatch(/^Read 2 files, \d+ lines with rule set [\d.]+\. 1 critical, 1 medium$/);
    expect(written.said).toBe(`Written: ${join(out, 'report')}`);
    expect(written.code).toBe(1);
    expect(readdirSync(out)).toEqual(['report']);
  });

  it('tells a file that cannot be written', async () => {
    const { code, said } = await check(folderOf(PACKAGE), '--output=/nowhere/at/all.txt');
    expect(code).toBe(1);
    expect(said).toContain('AUDIT_NOT_WRITTEN');
  });
});

describe('the report on a terminal', () => {
  it('shows what a fix would do, and which flag does it', async () => {
    const { printed } = await check(folderOf(PACKAGE));
    expect(printed).toContain(
      "--fix mends it:\n    -         return self._name.get() is not ''\n    +         return self._name.get() != ''",
    );
    expect(printed).toContain('--fix-unsafe mends it:\n    -     @logged');
  });

  it('does not let a contract write on it', async () => {
    const text = SHOP.replace("is not ''", "is not '\u001b[2J'");
    const { printed } = await check(folderOf({ ...PACKAGE, 'shop.py': text }));
    expect(printed).toContain('\\u{1b}[2J');
    expect(printed).not.toContain('\u001b');
  });
});

describe('--since', () => {
  it('tells what is new, and with --new-only counts nothing else', async () => {
    const [older, newer] = [folderOf(PACKAGE), folderOf(PACKAGE)];
    const same = await check(newer, `--since=${older}`);
    expect(same.printed).toContain('Since the older version: 0 new, 0 fixed, 2 unchanged');
    expect(same.code).toBe(1);
    expect((await check(newer, `--since=${older}`, '--new-only')).code).toBe(0);
    const worse = folderOf({
      ...PACKAGE,
      'shop.py': SHOP.replace("revert('Refused')", "print('x')\n            revert('Refused')"),
    });
    const { code, printed } = await check(worse, `--since=${older}`, '--new-only');
    expect(code).toBe(1);
    expect(printed).toContain('1 new, 0 fixed, 2 unchanged');
    expect(printed).toMatch(/New findings\n {4}\+ low Q02/);
  });

  it('tells an older version that is not there', async () => {
    expect(await check(folderOf({ ...PACKAGE, 'package.json': MANIFEST }), '--since=/nowhere')).toMatchObject(
      { code: 1 },
    );
  });
});
