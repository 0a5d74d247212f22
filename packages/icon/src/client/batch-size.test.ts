import { describe, expect, it } from 'vitest';
import { createBatchSize, type BatchSize } from './batch-size.ts';

describe('the size of batches', () => {
  it.each([
    { limit: 10, start: 10, max: 100 },
    { limit: 10, start: 64, max: 100 },
    { limit: 7, start: 10, max: 100 },
    { limit: 1, start: 10, max: 100 },
    { limit: 50, start: 10, max: 100 },
    { limit: 1000, start: 10, max: 100 },
  ])('settles on the limit of the node: $limit from $start', ({ limit, start, max }) => {
    const size = createBatchSize({ start, max });
    const refusals = talk(size, limit, 2000);
    expect(size.current).toBe(Math.min(limit, max));
    expect(refusals).toBeLessThan(12);
  });

  it('goes down again when the limit does', () => {
    const size = createBatchSize({ start: 10, max: 10 });
    talk(size, 10, 100);
    talk(size, 3, 2000);
    expect(size.current).toBe(3);
  });

  it('stays when batches are only part full', () => {
    const size = createBatchSize({ start: 10, max: 100 });
    for (let i = 0; i < 1000; i += 1) size.accepted(4);
    expect(size.current).toBe(10);
  });

  it('never leaves its bounds', () => {
    const size = createBatchSize({ start: 10, max: 10 });
    expect(talk(size, 1000, 1000)).toBe(0);
    expect(size.current).toBe(10);
  });
});

/** Sends full batches to a node with this limit; counts the refused ones. */
function talk(size: BatchSize, limit: number, batches: number): number {
  let refusals = 0;
  for (let i = 0; i < batches; i += 1) {
    if (size.current > limit) {
      refusals += 1;
      size.refused(size.current);
    } else size.accepted(size.current);
  }
  return refusals;
}
