import { describe, expect, it } from 'vitest';
import { delayAfter, retryAfterMs, retrying } from './back-off.ts';
import { createGate } from './gate.ts';
import { nodeRefused, nodeUnreachable } from './errors.ts';

const unreachable = nodeUnreachable({ url: 'http://node', reason: 'refused' });
const gate = createGate({ start: 1, max: 1 });
const policy = { patienceMs: 60_000, signal: new AbortController().signal, onWait: () => () => undefined };

describe('delays', () => {
  it('double with every failure up to ten seconds, half of each at random', () => {
    const shortest = [1, 2, 3, 4, 20].map((failures) => delayAfter(failures, undefined, { random: () => 0 }));
    const longest = [1, 2, 3, 4, 20].map((failures) => delayAfter(failures, undefined, { random: () => 1 }));
    expect(shortest).toEqual([125, 250, 500, 1000, 5000]);
    expect(longest).toEqual([250, 500, 1000, 2000, 10_000]);
  });

  it('are not shorter than the node asks for', () => {
    expect(delayAfter(1, 7000, { random: () => 0 })).toBe(7000);
    expect(delayAfter(1, 7000, { random: () => 1 })).toBe(7125);
  });
});

describe('Retry-After', () => {
  it.each([
    ['3', 3000],
    [' 0 ', 0],
    ['Thu, 01 Jan 1970 00:00:20 GMT', 15_000],
    ['Thu, 01 Jan 1970 00:00:01 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    [undefined, undefined],
  ])('%j is %j ms', (header, ms) => {
    expect(retryAfterMs(header, 5000)).toBe(ms);
  });
});

describe('retrying', () => {
  it('tries again until it works, and tells of each wait', async () => {
    const waits: string[] = [];
    let failures = 1;
    const result = await retrying(
      () => (failures-- > 0 ? Promise.reject(unreachable) : Promise.resolve('done')),
      gate,
      {
        ...policy,
        onWait: (error: { code: string }) => {
          waits.push(error.code);
          return () => waits.push('over');
        },
      },
    );
    expect(result).toBe('done');
    expect(waits).toEqual(['NODE_UNREACHABLE', 'over']);
  });

  it('throws the error when the next attempt would come after the end of patience', async () => {
    let attempts = 0;
    const work = () => {
      attempts += 1;
      return Promise.reject(unreachable);
    };
    await expect(retrying(work, gate, { ...policy, patienceMs: 0 })).rejects.toBe(unreachable);
    expect(attempts).toBe(1);
  });

  it('does not count the time that it waits for a place', async () => {
    const busy = createGate({ start: 1, max: 1 });
    const inside = await busy.enter(policy.signal);
    let failures = 1;
    const work = () => (failures-- > 0 ? Promise.reject(unreachable) : Promise.resolve('done'));
    const result = retrying(work, busy, { ...policy, patienceMs: 400 });
    setTimeout(() => inside.leave('fine'), 500);
    expect(await result).toBe('done');
  });

  it('does not repeat what would fail again', async () => {
    const refused = nodeRefused({ url: 'http://node', method: 'x', rpcCode: -32601, said: 'MethodNotFound' });
    await expect(retrying(() => Promise.reject(refused), gate, policy)).rejects.toBe(refused);
  });

  it('stops waiting with the reason of the signal', async () => {
    const stop = new AbortController();
    const waiting = retrying(() => Promise.reject(unreachable), gate, {
      ...policy,
      signal: stop.signal,
      onWait: () => {
        setTimeout(() => stop.abort(new Error('enough')));
        return () => undefined;
      },
    });
    await expect(waiting).rejects.toThrow('enough');
  });
});
