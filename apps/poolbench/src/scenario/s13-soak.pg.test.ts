import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchOnScratch, verdictsOf, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import type { Verdict } from '../record/schema/verdict.schema.ts';
import { soak } from './s13-soak.ts';

const terms = { soakSeconds: 5, asking: 2 };

let first: BenchOnScratch;
beforeAll(async () => {
  first = await benchOnScratch('S13', { terms });
});
afterAll(() => first.stop());

const soaked = async (signal = new AbortController().signal): Promise<Verdict[]> => {
  const test = await benchOnScratch('S13', { terms, signal, on: first });
  try {
    await soak.run(test.bench);
    return verdictsOf(test);
  } finally {
    await test.stop();
  }
};

describe('a soak', () => {
  it('finds no growth of connections where the pool keeps its own', async () => {
    const verdicts = await soaked();
    const metrics = verdicts.map(({ metric, subject }) => metric ?? subject);
    expect(metrics).toEqual([
      'soak.resident_mb_per_minute',
      'soak.heap_mb_per_minute',
      'soak.connections_per_minute',
      'soak.p99_ms_per_minute',
      'check',
    ]);
    const connections = verdicts.find(({ metric }) => metric === 'soak.connections_per_minute');
    expect(connections).toMatchObject({ value: 0, low: 0, high: 0, arm: 'pool of 2' });
    expect(connections?.sentence).toMatch(/from 2\.0 on average: no leak\.$/);
  });

  it('finds a heap that grows', async () => {
    const leak: number[][] = [];
    // Numbers, which make the heap larger and its collection no slower.
    const leaking = setInterval(() => leak.push(Array.from({ length: 40_000 }, (_, place) => place / 2)), 50);
    const verdicts = await soaked();
    clearInterval(leaking);
    expect(leak.length).toBeGreaterThan(0);
    const heap = verdicts.find(({ metric }) => metric === 'soak.heap_mb_per_minute');
    expect(heap?.low).toBeGreaterThan(0);
    expect(heap?.sentence).toMatch(/: it leaks; below 5 % over the whole counts as none\.$/);
    expect(verdicts.at(-1)).toMatchObject({
      subject: 'check',
      answer: 'failed',
      sentence: expect.stringContaining('its heap') as string,
    });
  });

  it('that is interrupted tells nothing', async () => {
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 300);
    expect(await soaked(stopping.signal)).toEqual([]);
  });
});
