import { describe, expect, it } from 'vitest';
import { persist, type Patience } from './persist.ts';

/** Fails as long as there are errors, and notes how long was waited after each. */
async function tried(errors: (string | null)[], changes: Partial<Patience> = {}): Promise<number[]> {
  const waits: number[] = [];
  await persist(
    (onProgress) => {
      const error = errors.shift();
      if (error === undefined) return Promise.resolve();
      if (error === null) onProgress();
      return Promise.reject(new Error(error ?? 'after progress'));
    },
    {
      signal: new AbortController().signal,
      longestBackOffMs: 4,
      passes: ({ message }: Error) => message !== 'fatal',
      onTrouble: (_, retryInMs) => Promise.resolve(void waits.push(retryInMs)),
      ...changes,
    },
  );
  return waits;
}

describe('persist', () => {
  it('tries until it succeeds, and waits no longer than it may', async () => {
    expect(await tried(['a', 'b', 'c'], { longestBackOffMs: 1 })).toEqual([1, 1, 1]);
  });

  it('waits twice as long after each failure in a row, and begins anew after progress', async () => {
    expect(await tried(['a', 'b', null], { longestBackOffMs: 600 })).toEqual([250, 500, 250]);
  });

  it('throws what does not pass', async () => {
    await expect(tried(['a', 'fatal'])).rejects.toThrow('fatal');
  });

  it('ends without an error when it is told to, also in the middle of waiting', async () => {
    const abort = new AbortController();
    const onTrouble = () => Promise.resolve(void setTimeout(() => abort.abort(), 5));
    await tried(['a', 'b', 'c'], { signal: abort.signal, longestBackOffMs: 60_000, onTrouble });
    await tried(['fatal'], { signal: abort.signal });
  });
});
