import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, folderOf, PACKAGE, read, SHOP } from './run.ts';

async function withBaseline() {
  const folder = folderOf(PACKAGE);
  const file = join(folder, 'audit-baseline.json');
  const written = await check(folder, `--write-baseline=${file}`);
  return { folder, file, written };
}

describe('a baseline', () => {
  it('holds one finding a line, and is the same each time', async () => {
    const { folder, file, written } = await withBaseline();
    expect(written.code).toBe(0);
    expect(written.said).toContain('Wrote a baseline of 2: ');
    const text = read(file);
    expect(text.split('\n').filter((line) => line.startsWith('{"fingerprint"'))).toHaveLength(2);
    expect(text).not.toMatch(/"line"/);
    await check(folder, `--write-baseline=${file}`);
    expect(read(file)).toBe(text);
  });

  it('keeps what it knows from being counted, also after edits above it', async () => {
    const { folder, file } = await withBaseline();
    writeFileSync(join(folder, 'shop.py'), SHOP.replace("TAG = 'Shop'", "TAG = 'Shop'\nMORE = 1\n\n"));
    const { code, printed } = await check(folder, `--baseline=${file}`);
    expect(code).toBe(0);
    expect(printed).not.toContain('critical L04');
    expect(printed).toContain('2 known to the baseline.');
  });

  it('does not hide what is new', async () => {
    const { folder, file } = await withBaseline();
    writeFileSync(
      join(folder, 'shop.py'),
      SHOP.replace('        self._name.set(_name)', "        print('x')\n        self._name.set(_name)"),
    );
    const { code, printed } = await check(folder, `--baseline=${file}`);
    expect(code).toBe(1);
    expect(printed).toMatch(/^low Q02/);
    expect(printed).not.toContain('critical L04');
  });

  it('tells entries that are stale, in JSON too', async () => {
    const { folder, file } = await withBaseline();
    writeFileSync(join(folder, 'shop.py'), SHOP.replace(' is not ', ' != '));
    const { code, said, printed } = await check(folder, `--baseline=${file}`, '--json');
    expect(code).toBe(0);
    expect(said).toContain('The baseline lists what is not found any more: Q04 shop.py Shop.isNamed (');
    expect(
      (JSON.parse(printed) as { staleBaseline: { rule: string }[] }).staleBaseline.map(({ rule }) => rule),
    ).toEqual(['Q04']);
  });

  it('is written with what the one before knows', async () => {
    const { folder, file } = await withBaseline();
    const text = read(file);
    await check(folder, `--baseline=${file}`, `--write-baseline=${file}`);
    expect(read(file)).toBe(text);
  });

  it.each([
    ['{', 'JSON'],
    ['{"version": 2, "findings": []}', 'version'],
    ['{"version": 1, "findings": [{}]}', 'findings.0.fingerprint'],
  ])('is refused when it is %s', async (text, why) => {
    const folder = folderOf({ ...PACKAGE, 'b.json': text });
    const { code, said } = await check(folder, `--baseline=${join(folder, 'b.json')}`);
    expect(code).toBe(1);
    expect(said).toContain('AUDIT_BASELINE_UNREADABLE');
    expect(said).toContain(why);
  });

  it('is refused when it is not there', async () => {
    const { said } = await check(folderOf(PACKAGE), '--baseline=/nowhere/b.json');
    expect(said).toContain('there is no such file');
  });
});
