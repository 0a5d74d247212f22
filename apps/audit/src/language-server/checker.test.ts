import { afterEach, describe, expect, it } from 'vitest';
import { Checker } from './checker.ts';
import type { Recheck } from '../recheck.ts';

const LIMIT = 120_000;
let checker: Checker;
afterEach(() => checker.stop());

const filesOf = (text: string) => new Map([['a.py', new TextEncoder().encode(text)]]);
const check = (
  key: string,
  text: string,
  onSyntax: () => void = () => undefined,
  onRecheck: (recheck: Recheck) => void = () => undefined,
) => checker.check({ key, files: filesOf(text), engine: undefined, onSyntax, onRecheck });

describe('checks in a thread', () => {
  it(
    'come one after another, and a newer one of a package takes the place of older ones',
    async () => {
      checker = new Checker();
      let told = 0;
      const first = check('/a', 'print(1)\n', () => (told += 1));
      const second = check('/a', 'print(2)\n', () => (told += 1));
      const other = check('/b', 'print(3)\n');
      const third = check('/a', 'print(1)\nprint(2)\n', () => (told += 1));
      expect((await first).kind).toBe('superseded');
      expect((await second).kind).toBe('superseded');
      expect(await other).toMatchObject({ kind: 'checked', findings: [{ rule: 'Q02' }] });
      expect(await third).toMatchObject({ kind: 'checked', findings: [{ rule: 'Q02' }, { rule: 'Q02' }] });
      expect(told).toBe(1);
      checker.forget('/a');
      expect(await checker.notes('/a')).toEqual([]);
    },
    LIMIT,
  );

  it(
    'tell first what an edit within one function comes to',
    async () => {
      checker = new Checker();
      const told: Recheck[] = [];
      const tell = (recheck: Recheck) => told.push(recheck);
      const text = 'def f(x):\n    x += 1\n    return x\n\n\ndef g(x):\n    print(x)\n';
      await check('/a', text, undefined, tell);
      expect(told).toEqual([]);
      await check('/a', text.replace('x += 1', 'print(x)'), undefined, tell);
      expect(told).toMatchObject([{ touched: [{ start: { line: 1 } }], findings: [{ rule: 'Q02' }] }]);
      await check('/a', `y = 1\n${text}`, undefined, tell);
      expect(told).toHaveLength(1);
    },
    LIMIT,
  );

  it(
    'are given up when they take too long, each of them',
    async () => {
      checker = new Checker(5);
      for (const text of ['print(1)\n', 'print(2)\n'])
        expect(await check('/a', text)).toEqual({
          kind: 'failed',
          id: expect.any(Number) as number,
          why: 'it took longer than 0.005 s',
        });
    },
    LIMIT,
  );
});
