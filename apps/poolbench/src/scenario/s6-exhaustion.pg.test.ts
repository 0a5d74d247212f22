import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergedDurations } from '../judge/merged.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import {
  applicationsOf,
  benchOnScratch,
  endsOf,
  verdictsOf,
  type BenchOnScratch,
} from '../../test/bench-on-scratch.ts';
import { exhaustion } from './s6-exhaustion.ts';

let test: BenchOnScratch;
afterAll(() => test.stop());

describe('exhaustion', () => {
  let crowd: string[];

  beforeAll(async () => {
    test = await benchOnScratch('S6');
    await exhaustion.run(test.bench);
    crowd = (await applicationsOf(test)).filter((name) => name === 'idle crowd');
    await test.close();
  });

  const endOf = (arm: string): CellEnd => endsOf(test).find((end) => end.arm === arm)!;

  it('ends a wait by the rule of the pool where it has one, and by the deadline where it has none', () => {
    const ruled = endOf('pg pool of 4 that waits 500 ms');
    expect(ruled.errors['pool-timeout']).toBeGreaterThan(0);
    expect(mergedDurations([ruled], 'response', 'error').percentile(0)).toBeGreaterThan(450);
    for (const arm of ['pg pool of 4', 'postgres.js unnamed, pool of 4'])
      expect(Object.keys(endOf(arm).errors), arm).toEqual(['deadline']);
  });

  it('is refused by a full server at once', () => {
    const { errors, counts } = endOf('connection per query');
    expect(errors['too-many-connections']).toBeGreaterThan(0);
    expect(Number(counts.error)).toBeGreaterThan(0);
  });

  it('answers some in every cell, and settles all in time', () => {
    expect(endsOf(test)).toHaveLength(4);
    for (const { counts, arm } of endsOf(test)) {
      const { offered, ok, error, timeout } = counts;
      expect(Number(ok), arm!).toBeGreaterThan(0);
      expect(Number(ok) + Number(error) + Number(timeout), arm!).toBe(offered);
    }
    const last = verdictsOf(test).at(-1);
    expect(last).toMatchObject({ subject: 'check', answer: 'passed' });
    expect(last?.sentence).toMatch(/^Every operation settled within its deadline of 700 ms/);
  });

  it('is told for each arm by class and time', () => {
    const findings = verdictsOf(test).filter(({ subject }) => subject === 'finding');
    expect(findings).toHaveLength(4);
    for (const { sentence } of findings)
      expect(sentence).toMatch(
        / asking for .*, \d+ of \d+ operations failed \(\d+ [a-z-]+.*\), after [\d to]+ ms\.$/,
      );
  });

  it('leaves no connection behind, and no statement that only the server counted', async () => {
    expect(crowd).toEqual([]);
    await expect
      .poll(async () => (await applicationsOf(test)).filter((name) => !name.startsWith('poolbench')))
      .toEqual([]);
    for (const { answered, served } of await test.agreements()) expect(served).toBe(answered);
  });
});

describe('exhaustion on a server that is not ours, interrupted', () => {
  it('does not fill the server up, says so, and still tells what it saw', async () => {
    const stopping = new AbortController();
    const other = await benchOnScratch('S6', { signal: stopping.signal, scratch: false, on: test });
    setTimeout(() => stopping.abort(), 300);
    await exhaustion.run(other.bench);
    expect(endsOf(other).map(({ flags }) => flags.includes('interrupted'))).toEqual([true]);
    expect(verdictsOf(other).at(-1)).toMatchObject({ subject: 'check', answer: 'passed' });
    expect(other.notices()).toEqual([
      expect.stringContaining('was left out, since this one has other users'),
    ]);
    await other.stop();
  });
});
