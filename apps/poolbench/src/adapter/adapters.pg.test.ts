import { sql } from '@madang/pg';
import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAdapter } from './create-adapter.ts';
import { classify } from './error-class.ts';
import type { Arm, PoolAdapter } from './pool-adapter.ts';
import type { Target } from './target.ts';
import { allArms, never, observe, operation, run, targetOf, type Observer } from '../../test/observer.ts';

const SIZE = 3;
const MANY = 12;

let test: TestDatabase;
let target: Target;
let observer: Observer;
let adapter: PoolAdapter | undefined;

beforeAll(async () => {
  test = await createTestDatabase();
  target = targetOf(test.url);
  observer = await observe(target);
  await test.database.transaction((tx) => tx.script('create', 'create sequence call'));
});
afterEach(async () => {
  if (adapter === undefined) return;
  const { name } = adapter;
  await adapter.close();
  await vi.waitFor(async () => expect(await observer.backends(name)).toEqual([]));
  adapter = undefined;
});
afterAll(async () => {
  await observer.close();
  await test.drop();
});

async function open(arm: Arm): Promise<PoolAdapter> {
  adapter = createAdapter(arm, target);
  await adapter.open();
  return adapter;
}

const one = operation('select 1 as one');
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const classOf = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'fine', classify);

async function calls(): Promise<number> {
  const query = sql`select last_value::int - (not is_called)::int as calls from call`;
  return (await test.database.row<{ calls: number }>('calls', query))?.calls ?? 0;
}

describe.each(allArms(SIZE))('$id', (arm) => {
  const perQuery = arm.keep === 'connection-per-query' || arm.keep === 'pool-per-query';
  const exclusive = arm.keep !== 'pipelined';
  const native = !exclusive && arm.driver === 'postgres.js';

  it('gives the rows of each operation, and the server was called as often', async () => {
    const adapter = await open(arm);
    const before = await calls();
    const call = operation(`select nextval('call')`);
    expect(await Promise.all(times(MANY, () => run(adapter, call)))).toEqual(times(MANY, () => 1));
    expect((await calls()) - before).toBe(MANY);
    expect(await run(adapter, operation('select generate_series(1, $1::int) as n', 7))).toBe(7);
  });

  it('counts the connections that the server counted', async () => {
    const before = await observer.sessions();
    const adapter = await open(arm);
    for (let n = 0; n < 3; n += 1) await run(adapter, one);
    await Promise.all(times(MANY, () => run(adapter, one)));
    await adapter.close();
    const count = perQuery ? 3 + MANY : SIZE;
    const loans = { acquired: 3 + MANY, released: 3 + MANY };
    expect(adapter.stats()).toEqual({ open: 0, idle: 0, pending: 0, opened: count, closed: count, ...loans });
    expect((await observer.sessions()) - before).toBe(count);
  });

  it('shows under its id, and is idle when nobody holds it', async () => {
    const adapter = await open(arm);
    const held = await adapter.acquire(never());
    await adapter.query(held, one);
    expect(adapter.stats()).toMatchObject({ open: 1, idle: 0 });
    const pids = await observer.backends(arm.id);
    expect(pids).toHaveLength(1);
    adapter.release(held);
    if (!perQuery) expect(adapter.stats()).toMatchObject({ open: 1, idle: 1 });
    await run(adapter, one);
    const later = (): Promise<readonly number[]> => observer.backends(arm.id);
    await expect.poll(later).toEqual(perQuery ? [] : pids);
  });

  it('rejects at once what is asked with an aborted signal', async () => {
    const adapter = await open(arm);
    const reason = new Error('no longer wanted');
    await expect(adapter.acquire(AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(adapter.stats()).toMatchObject({ pending: 0, acquired: 0, released: 0, opened: 0 });
  });

  // There is nothing to wait for where the driver connects with the first query.
  if (!native)
    it('takes back the connection of one who left while it was being opened', async () => {
      const adapter = await open(arm);
      const leaving = new AbortController();
      const left = adapter.acquire(leaving.signal);
      leaving.abort(new DOMException('late', 'TimeoutError'));
      expect(await classOf(left)).toBe('deadline');
      expect(await Promise.all(times(SIZE, () => run(adapter, one)))).toEqual(times(SIZE, () => 1));
      expect(adapter.stats()).toMatchObject({ pending: 0, acquired: SIZE, released: SIZE });
    });

  it('closes a connection that is given back with an error, if nobody shares it', async () => {
    const adapter = await open(arm);
    const held = await adapter.acquire(never());
    await adapter.query(held, one);
    const [pid] = await observer.backends(arm.id);
    const failure = adapter.query(held, operation('select 1 / $1::int', 0));
    expect(await classOf(failure)).toBe('statement');
    adapter.release(held, new Error('of the caller'));
    if (exclusive) await expect.poll(() => observer.backends(arm.id)).not.toContain(pid);
    else expect(await observer.backends(arm.id)).toContain(pid);
    expect(await run(adapter, one)).toBe(1);
  });

  it('ends all back-ends when it is closed, whoever holds them', async () => {
    const adapter = await open(arm);
    const [idle, busy] = [await adapter.acquire(never()), await adapter.acquire(never())];
    const underWay = classOf(adapter.query(busy, operation('select pg_sleep(0.5)')));
    await adapter.query(idle, one);
    await expect.poll(() => observer.backends(arm.id)).toHaveLength(2);
    await adapter.close();
    expect(['fine', 'reset']).toContain(await underWay);
    await expect.poll(() => observer.backends(arm.id)).toEqual([]);
    expect(await classOf(adapter.acquire(never()))).toBe('cancelled');
    adapter.release(busy);
    expect(adapter.stats()).toMatchObject({ open: 0, acquired: 2, released: 2 });
  });

  it('tells the loss of its back-ends as such, and has new ones', async () => {
    const adapter = await open(arm);
    const held = await adapter.acquire(never());
    await adapter.query(held, one);
    const underWay = classOf(adapter.query(held, operation('select pg_sleep(60)')));
    await observer.terminate(arm.id);
    expect(await underWay).toBe('reset');
    adapter.release(held, new Error('lost'));
    await expect.poll(() => adapter.stats().open).toBe(0);
    const outcomes = await Promise.all(times(MANY, () => classOf(run(adapter, one))));
    const failures = outcomes.filter((outcome) => outcome !== 'fine');
    // The driver may tell the loss once more, to whoever comes first on the next connection.
    expect(failures).toEqual(native && failures.length === 1 ? ['reset'] : []);
    const { acquired, released } = adapter.stats();
    expect(acquired).toBe(released);
  });

  it('keeps statements on the server when it is to, and never sends in the simple protocol', async () => {
    const adapter = await open(arm);
    const held = await adapter.acquire(never());
    const kept = operation('select from pg_prepared_statements where statement = $1', 'select 1 as one');
    await adapter.query(held, one);
    expect(await adapter.query(held, kept)).toBe(arm.prepared ? 1 : 0);
    // Only the simple protocol takes two.
    expect(await classOf(adapter.query(held, operation('select 1; select 2')))).toBe('statement');
    adapter.release(held);
  });
});
