import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicationsOf,
  benchOnScratch,
  endsOf,
  verdictsOf,
  type BenchOnScratch,
} from '../../test/bench-on-scratch.ts';
import { idle } from './s14-idle.ts';

const MEGABYTE = 2 ** 20;
const terms = { rounds: 2, cellSeconds: 0.3, asking: 4, idle: [0, 20, 1000] };

let test: BenchOnScratch;
afterAll(() => test.stop());

describe('many idle connections', () => {
  let crowd: string[];

  beforeAll(async () => {
    test = await benchOnScratch('S14', { terms });
    await idle.run(test.bench);
    crowd = (await applicationsOf(test)).filter((name) => name === 'idle crowd');
    await test.close();
  });

  it('are beside the same pool, round after round', () => {
    const cells = endsOf(test).map(({ cell }) => cell);
    expect(cells.toSorted()).toEqual([
      'pool of 4 select ×4',
      'pool of 4 select ×4',
      'pool of 4 select ×4 beside 20 idle',
      'pool of 4 select ×4 beside 20 idle',
    ]);
    for (const { counts } of endsOf(test)) expect(counts.ok).toBe(counts.offered);
    const [comparison] = verdictsOf(test);
    expect(comparison).toMatchObject({ subject: 'comparison', arm: 'pool of 4', rounds: 2 });
    expect(comparison?.sentence).toMatch(
      /^select: beside 20 idle connections a pool of 4 serves .* what it does alone\.$/,
    );
  });

  it('have memory of their own in the server', () => {
    const memory = verdictsOf(test).find(({ metric }) => metric === 'server.private_bytes_per_idle');
    expect(memory?.value).toBeGreaterThan(0.1 * MEGABYTE);
    expect(memory?.value).toBeLessThan(50 * MEGABYTE);
    expect(memory?.sentence).toMatch(/median of 40, [\d.]+ to [\d.]+\)/);
  });

  it('were there as many as were held, and are gone', async () => {
    expect(verdictsOf(test).at(-1)).toMatchObject({ subject: 'check', answer: 'passed', value: 0 });
    expect(crowd).toEqual([]);
    await expect
      .poll(async () => (await applicationsOf(test)).filter((name) => !name.startsWith('poolbench')))
      .toEqual([]);
  });

  it('are left out where the server has no room for them', () => {
    expect(test.notices()).toEqual([
      expect.stringMatching(/^A pool beside 1000 idle connections .* left out/),
    ]);
  });

  it('send nothing that a workload sends', async () => {
    for (const { answered, served } of await test.agreements()) expect(served).toBe(answered);
  });
});

describe('many idle connections of a server that runs elsewhere', () => {
  it('do not tell their memory, and those who wait for an interrupted run go', async () => {
    const stopping = new AbortController();
    const other = await benchOnScratch('S14', {
      terms: { ...terms, rounds: 50, idle: [5] },
      signal: stopping.signal,
      scratch: false,
      on: test,
    });
    const running = idle.run(other.bench);
    await expect
      .poll(async () => (await applicationsOf(other)).filter((name) => name === 'idle crowd'), {
        timeout: 40_000,
      })
      .toHaveLength(5);
    stopping.abort();
    await running;
    expect(other.notices()).toEqual([
      'The memory of idle back-ends was left out: the server runs elsewhere.',
    ]);
    expect(await applicationsOf(other)).not.toContain('idle crowd');
    await other.stop();
  });
});
