import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeMadeUpRun, type MadeUpRun } from '../../test/made-up-run.ts';
import { readLog } from '../record/log-reader.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import { compareRuns } from './compare-runs.ts';
import { comparisonText } from './comparison-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recordsOf(run: MadeUpRun): Promise<readonly LogRecord[]> {
  const { path } = await writeMadeUpRun({ folder }, run);
  return (await readLog(path)).records;
}

describe('compareRuns', () => {
  it('finds a run that does more, cell by cell, and its direction', async () => {
    const [slow, fast] = [await recordsOf({}), await recordsOf({ speed: 1.5 })];
    const up = compareRuns(slow, fast);
    expect(up.cells).toHaveLength(5);
    const sweep = up.cells.filter(({ scenario }) => scenario === 'S3');
    for (const { ratio, verdict } of sweep) {
      expect(ratio).toBeCloseTo(1.5, 1);
      expect(verdict).toBe('better');
    }
    expect(
      compareRuns(fast, slow)
        .cells.filter(({ scenario }) => scenario === 'S3')
        .map(({ verdict }) => verdict),
    ).toEqual(sweep.map(() => 'worse'));
  });

  it('finds nothing between a run and itself', async () => {
    const one = await recordsOf({});
    const { cells, only, differences } = compareRuns(one, one);
    expect(cells.filter(({ verdict }) => verdict === 'better' || verdict === 'worse')).toEqual([]);
    expect([only, differences]).toEqual([{ a: [], b: [] }, []]);
  });

  it('tells of cells that only one of them has, and of what else differs', async () => {
    const [a, b] = [await recordsOf({ sizes: [1, 2] }), await recordsOf({ sizes: [2, 5], plan: 'full' })];
    const comparison = compareRuns(a, b);
    expect([comparison.only.a.length, comparison.only.b.length]).toEqual([1, 1]);
    const text = comparisonText(comparison);
    expect(text).toContain('They differ in plan: quick against full.');
    expect(text).toMatch(/! Only a has S3 /);
  });

  it('decides nothing from few rounds', async () => {
    const { cells } = compareRuns(await recordsOf({ rounds: 2 }), await recordsOf({ rounds: 2, speed: 3 }));
    expect(new Set(cells.map(({ verdict, interval }) => `${verdict} ${interval.kind}`))).toEqual(
      new Set(['undecided range']),
    );
  });
});
