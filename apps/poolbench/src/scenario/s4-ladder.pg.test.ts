import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectByKey } from '../load/workloads.ts';
import { SCHEMA } from '../scratch/own-schema.ts';
import { benchOnScratch, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import { ladder } from './s4-ladder.ts';

const RUNGS = 4;
// An objective that nobody can miss: what is told must follow from what was counted, not from how busy the machine is.
const terms = {
  rounds: 2,
  cellSeconds: 0.3,
  asking: 4,
  workloads: [selectByKey(SCHEMA)],
  ladder: { rungs: RUNGS, secondsPerRung: 0.5 },
  objectiveMs: 60_000,
};

let test: BenchOnScratch;

beforeAll(async () => {
  test = await benchOnScratch('S4', { terms });
  await ladder.run(test.bench);
  await test.close();
});
afterAll(() => test.stop());

const verdicts = () => test.records().filter((record) => record.type === 'verdict');
const rungs = () =>
  test
    .records()
    .filter((record) => record.type === 'cell_start')
    .filter(({ load }) => load.model === 'open');

describe('the rate ladder', () => {
  it('goes from a tenth of what a closed loop reaches to more than all of it, in each round', () => {
    const rates = [...new Set(rungs().map(({ load }) => load.target_rate ?? 0))].sort((a, b) => a - b);
    expect(rungs()).toHaveLength(2 * RUNGS);
    expect(rates).toHaveLength(RUNGS);
    expect(rates.at(-1)! / rates[0]!).toBeCloseTo(12, 0);
    expect(rungs().every(({ load }) => load.arrivals === 'poisson')).toBe(true);
  });

  it('settles every operation that it offers', () => {
    for (const record of test.records())
      if (record.type === 'cell_end') {
        const { offered, ok, error, timeout, hung, dropped } = record.counts;
        expect([error, timeout, hung]).toEqual([0, 0, 0]);
        expect(Number(ok) + Number(dropped)).toBe(offered);
        expect(Number(ok)).toBeGreaterThan(0);
      }
  });

  it('tells the highest rate that meets the objective, and the response at each', () => {
    const [objective, curve] = verdicts();
    expect(objective?.sentence).toMatch(
      /^select: (up to \d+\/s, \d+ % of the \d+\/s|it cannot be told|at none)/,
    );
    expect(curve?.sentence.match(/\d+\/s /g)).toHaveLength(RUNGS);
  });

  it('finds that what was offered was done, unless others kept the machine busy', () => {
    for (const { subject, answer } of verdicts().slice(2))
      expect([subject, answer]).toEqual(['check', 'passed']);
  });

  it('carries no verdict where the generator itself was late in most rounds', () => {
    const late = new Map<string, number>();
    for (const record of test.records())
      if (record.type === 'cell_end' && record.flags.includes('generator-bound'))
        late.set(record.cell, (late.get(record.cell) ?? 0) + 1);
    const most = [...late]
      .filter(([, rounds]) => rounds * 2 >= terms.rounds)
      .map(([cell]) => /\d+\/s/.exec(cell)?.[0]);
    const [objective, curve] = verdicts();
    for (const rate of most) {
      expect(objective?.sentence).not.toContain(`up to ${rate},`);
      expect(curve?.sentence).toContain(`${rate} not told`);
    }
  });

  it('sends what the server counts', async () => {
    for (const { answered, served } of await test.agreements()) expect(served).toBe(answered);
  });
});

describe('a rate ladder that is stopped', () => {
  it('ends in order, and tells nothing of what it did not measure', async () => {
    const stopping = new AbortController();
    const stopped = await benchOnScratch('S4', {
      terms: { ...terms, cellSeconds: 0.1 },
      signal: stopping.signal,
    });
    const running = ladder.run(stopped.bench);
    const isOnRung = () =>
      stopped.records().some((record) => record.type === 'cell_start' && record.load.model === 'open');
    await expect.poll(isOnRung, { timeout: 40_000 }).toBe(true);
    stopping.abort();
    await running;
    const last = stopped.records().findLast((record) => record.type === 'cell_end');
    expect(last?.flags).toContain('interrupted');
    expect(stopped.records().filter(({ type }) => type === 'verdict')).toEqual([]);
    await stopped.stop();
  });
});
