import { describe, expect, it } from 'vitest';
import { createRelease } from './release.ts';

describe('a release', () => {
  it('stays where it starts, until it is moved by hand', () => {
    const release = createRelease({ last: 10, start: 3, blocksPerSecond: undefined });
    expect(release.height()).toBe(3);
    release.to(7);
    expect(release.height()).toBe(7);
  });

  it('never goes back, nor past the end', () => {
    const release = createRelease({ last: 10, start: 5, blocksPerSecond: undefined });
    release.to(2);
    expect(release.height()).toBe(5);
    release.to(99);
    expect(release.height()).toBe(10);
    expect(createRelease({ last: 10, start: 99, blocksPerSecond: undefined }).height()).toBe(10);
  });

  it('moves on with the clock at its pace, from where it was moved to', () => {
    let now = 1000;
    const release = createRelease({ last: 10, start: 0, blocksPerSecond: 2 }, () => now);
    const at = (ms: number) => {
      now = 1000 + ms;
      return release.height();
    };
    expect([at(0), at(499), at(500), at(1000)]).toEqual([0, 0, 1, 2]);
    release.to(6);
    expect([at(1000), at(1500), at(60_000)]).toEqual([6, 7, 10]);
  });

  it('tells those who wait when a height is reached by hand', async () => {
    const release = createRelease({ last: 10, start: 0, blocksPerSecond: undefined });
    const { signal } = new AbortController();
    const reached: number[] = [];
    const waits = [5, 3].map((height) => release.reached(height, signal).then(() => reached.push(height)));
    release.to(2);
    release.to(4);
    await waits[1];
    expect(reached).toEqual([3]);
    release.to(5);
    await waits[0];
    expect(reached).toEqual([3, 5]);
  });

  it('tells those who wait when a height is reached by its pace, however it was moved in between', async () => {
    const release = createRelease({ last: 1000, start: 0, blocksPerSecond: 200 });
    const wait = release.reached(302, new AbortController().signal);
    release.to(300);
    await wait;
    expect(release.height()).toBeGreaterThanOrEqual(302);
  });

  it('lets those go who wait in vain', async () => {
    const left = new AbortController();
    const paced = createRelease({ last: 10, start: 0, blocksPerSecond: 0.000_001 });
    const waits = [paced.reached(10, left.signal), paced.reached(11, left.signal)];
    left.abort();
    await Promise.all(waits);
    await paced.reached(10, left.signal);
    expect(paced.height()).toBe(0);
  });
});
