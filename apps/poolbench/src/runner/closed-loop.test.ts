import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Held, Operation, PoolAdapter } from '../adapter/pool-adapter.ts';
import { createRandom } from '../domain/random.ts';
import { runClosedLoop, type ClosedLoop } from './closed-loop.ts';
import { selectByKey } from './workload.ts';

/** An arm without a server: it lends so many connections, and answers as it is told. */
function programmed(
  size: number,
  answer: (operation: Operation, count: number) => Promise<number>,
): PoolAdapter & { readonly lost: () => number } {
  const waiting: (() => void)[] = [];
  let [free, count, acquired, released, lost] = [size, 0, 0, 0, 0];
  const held = new Set<object>();
  return {
    name: 'programmed',
    open: () => Promise.resolve(),
    async acquire() {
      if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else free -= 1;
      acquired += 1;
      const one = {};
      held.add(one);
      return one as Held;
    },
    query: (_held, operation) => answer(operation, (count += 1)),
    release(one, error) {
      if (!held.delete(one)) return;
      released += 1;
      if (error !== undefined) lost += 1;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
    stats: () => ({
      open: size,
      idle: free,
      pending: waiting.length,
      opened: size,
      closed: 0,
      acquired,
      released,
    }),
    close: () => Promise.resolve(),
    lost: () => lost,
  };
}

const loop = (adapter: PoolAdapter, changes: Partial<ClosedLoop> = {}): ClosedLoop => ({
  adapter,
  workload: selectByKey('s'),
  concurrency: 4,
  seconds: 0.3,
  deadlineMs: 5000,
  random: createRandom(1),
  ...changes,
});

describe('a closed loop', () => {
  it('keeps all its workers busy: Little holds, and what waits is told from what works', async () => {
    const adapter = programmed(2, () => sleep(10, 1));
    const result = await runClosedLoop(loop(adapter));
    const inFlight = result.busyMs / 1000 / result.seconds;
    expect(inFlight).toBeGreaterThan(3.9);
    expect(inFlight).toBeLessThanOrEqual(4);
    // Four workers share two connections: each waits as long as it works.
    expect(result.acquire.mean()! / result.query.mean()!).toBeGreaterThan(0.5);
    const { acquired, released } = adapter.stats();
    expect([acquired, result.succeeded]).toEqual([released, acquired]);
  });

  it('counts a failure by its kind, gives the connection back with it, and never as a success', async () => {
    const adapter = programmed(4, async (_operation, count) => {
      await sleep(2);
      if (count % 5 === 0) throw Object.assign(new Error('no'), { code: 'ECONNRESET' });
      return 1;
    });
    const result = await runClosedLoop(loop(adapter));
    const failed = Object.values(result.failures).reduce((sum, count) => sum + count, 0);
    expect(failed).toBeGreaterThan(0);
    expect(adapter.lost()).toBe(failed);
    expect(result.response.count()).toBe(result.succeeded);
    expect(result.all.count()).toBe(result.succeeded + failed);
  });

  it('ends although an operation hangs, and gives its connection up', async () => {
    const adapter = programmed(1, (_operation, count) =>
      count === 3 ? new Promise(() => undefined) : sleep(1, 1),
    );
    const result = await runClosedLoop(loop(adapter, { concurrency: 1, deadlineMs: 60 }));
    expect(Object.values(result.failures)).toEqual([1]);
    expect(result.succeeded).toBeGreaterThan(3);
    expect(adapter.lost()).toBe(1);
  });
});
