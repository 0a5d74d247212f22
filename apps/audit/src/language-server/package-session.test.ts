import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defineRule } from '../catalogue/rule.ts';
import { rules } from '../rules/index.ts';
import { PackageSession } from './package-session.ts';

const home = mkdtempSync(join(tmpdir(), 'madang-session-'));
afterAll(() => {
  rmSync(home, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const A = { path: 'a.py', bytes: bytes('def f(x):\n    print(x)\n') };
const never = () => false;
const idsOf = async (session: PackageSession) =>
  (await session.check(undefined, never))!.findings.map(({ rule, at }) => `${rule} ${at.file}`);

describe('a package that is edited', () => {
  it('is checked as its files are now', async () => {
    const session = new PackageSession(home, rules);
    session.update({ changed: [A, { path: 'b.py', bytes: bytes('print(1)\n') }], gone: [] });
    expect(await idsOf(session)).toEqual(['Q02 a.py', 'Q02 b.py']);
    session.update({ changed: [], gone: ['b.py'] });
    expect(await idsOf(session)).toEqual(['Q02 a.py']);
  });

  it('is judged at once where one function was edited, and nothing but functions since the last check', async () => {
    const session = new PackageSession(home, rules);
    const edited = (path: string, text: string) => {
      const { recheck } = session.update({ changed: [{ path, bytes: bytes(text) }], gone: [] });
      return recheck?.findings.map(({ rule, at }) => `${rule} ${at.file}:${at.start.line}`);
    };
    expect(edited('a.py', 'def f(x):\n    print(x)\n')).toBeUndefined();
    expect(edited('b.py', 'def g(x):\n    return x\n')).toBeUndefined();
    await session.check(undefined, never);
    expect(edited('a.py', 'def f(x):\n    y = x\n    print(y)\n')).toEqual(['Q02 a.py:3']);
    expect(edited('b.py', 'def g(x):\n    print(x)\n')).toEqual(['Q02 b.py:2']);
    expect(edited('a.py', 'y = 1\n')).toBeUndefined();
    expect(edited('b.py', 'def g(x):\n    print(1)\n')).toBeUndefined();
    await session.check(undefined, never);
    expect(edited('b.py', 'def g(x):\n    return 2\n')).toEqual([]);
  });

  it('is told what cannot be read before it is checked', () => {
    const session = new PackageSession(home, rules);
    const found = session.update({ changed: [{ path: 'a.py', bytes: bytes('def f(:\n') }], gone: [] });
    expect(found.syntax.map(({ rule, at }) => `${rule}:${at.start.line}`)).toContain('X001:1');
  });

  it('is left in the middle of a check that nobody waits for', async () => {
    let asked = 0;
    const ran: string[] = [];
    const rule = (id: string) => defineRule({ ...rules[0]!, id, check: () => void ran.push(id) });
    const session = new PackageSession(home, [rule('Y01'), rule('Y02'), rule('Y03')]);
    session.update({ changed: [A], gone: [] });
    expect(await session.check(undefined, () => (asked += 1) > 2)).toBeUndefined();
    expect(ran).toEqual(['Y01']);
  });

  it('keeps what other rules find when one fails', async () => {
    const failing = defineRule({
      ...rules[0]!,
      id: 'Y01',
      check: () => {
        throw new TypeError('on purpose');
      },
    });
    const session = new PackageSession(home, [failing, ...rules.filter(({ id }) => id === 'Q02')]);
    session.update({ changed: [A], gone: [] });
    expect(await idsOf(session)).toEqual(['Q02 a.py', 'X002 package.json']);
  });

  it('goes by the settings that lie beside it, and without them when they are wrong', async () => {
    const session = new PackageSession(home, rules);
    session.update({ changed: [A], gone: [] });
    writeFileSync(
      join(home, 'madang-audit.yaml'),
      'rules:\n  Q02:\n    use: off\n    reason: prints are wanted here\n',
    );
    const quiet = await session.check(undefined, never);
    writeFileSync(join(home, 'madang-audit.yaml'), 'nonsense: [');
    const broken = await session.check(undefined, never);
    rmSync(join(home, 'madang-audit.yaml'));
    expect([quiet!.fault, quiet!.findings]).toEqual([undefined, []]);
    expect(broken!.fault).toMatch(/madang-audit\.yaml/);
    expect(broken!.findings).toHaveLength(1);
  });
});
