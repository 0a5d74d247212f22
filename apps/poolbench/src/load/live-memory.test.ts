import { afterAll, describe, expect, it } from 'vitest';
import { openLiveMemory } from './live-memory.ts';

const memory = openLiveMemory();
afterAll(() => memory.close());

const MEGABYTE = 2 ** 20;
const kept: object[] = [];
const keep = (): void => {
  for (let place = 0; place < 100_000; place += 1) kept.push({ place, twice: 2 * place });
};

describe('live memory', () => {
  it('counts what is kept, and no garbage', async () => {
    const before = (await memory.look()).heap;
    keep();
    expect((await memory.look()).heap - before).toBeGreaterThan(3 * MEGABYTE);
    kept.length = 0;
    expect((await memory.look()).heap - before).toBeLessThan(MEGABYTE);
  });

  it('is within what the machine sees of the process', async () => {
    const { heap, resident } = await memory.look();
    expect(resident).toBeGreaterThan(heap);
  });
});
