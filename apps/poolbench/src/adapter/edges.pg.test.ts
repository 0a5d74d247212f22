import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAdapter } from './create-adapter.ts';
import { classify } from './error-class.ts';
import type { Arm, Held, PoolAdapter } from './pool-adapter.ts';
import type { Target } from './target.ts';
import { allArms, never, observe, operation, run, targetOf, type Observer } from '../../test/observer.ts';

const DRIVERS = ['pg', 'postgres.js'] as const;
const LIMIT = 2;

let test: TestDatabase;
let target: Target;
let observer: Observer;
const adapters: PoolAdapter[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  target = targetOf(test.url);
  observer = await observe(target);
  await test.database.transaction((tx) =>
    tx.script('role', `create role poolbench_few login connection limit ${LIMIT}`),
  );
});
afterEach(async () => {
  for (const adapter of adapters.splice(0)) await adapter.close();
});
afterAll(async () => {
  await observer.close();
  await test.database.transaction((tx) => tx.script('role', 'drop role poolbench_few'));
  await test.drop();
});

async function open(arm: Arm, at = target): Promise<PoolAdapter> {
  const adapter = createAdapter(arm, at);
  adapters.push(adapter);
  await adapter.open();
  return adapter;
}

const pool = (driver: Arm['driver'], size: number, rules: Arm['rules'] = {}): Arm => ({
  ...{ id: `edge ${driver} ${size}`, driver, keep: 'pool', size, prepared: true, rules },
});
const one = operation('select 1 as one');
const classOf = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'fine', classify);
// One after another: of those who come at once, the server may refuse more than it must.
async function hold(adapter: PoolAdapter, count: number): Promise<Held[]> {
  const held: Held[] = [];
  while (held.length < count) held.push(await adapter.acquire(never()));
  return held;
}

describe.each(DRIVERS)('an exhausted pool of %s', (driver) => {
  it('lets callers wait, and has never more than its connections', async () => {
    const adapter = await open(pool(driver, 2));
    const held = await hold(adapter, 2);
    const waiting = [1, 2, 3].map(() => run(adapter, one));
    await sleep(50);
    expect(adapter.stats()).toMatchObject({ open: 2, idle: 0, pending: 3 });
    expect(await observer.backends(adapter.name)).toHaveLength(2);
    for (const each of held) adapter.release(each);
    expect(await Promise.all(waiting)).toEqual([1, 1, 1]);
    expect(adapter.stats()).toMatchObject({ open: 2, idle: 2, pending: 0, opened: 2 });
  });

  it('ends a wait by the signal alone, and loses no connection by it', async () => {
    const adapter = await open(pool(driver, 1));
    const [held] = await hold(adapter, 1);
    expect(await classOf(adapter.acquire(AbortSignal.timeout(30)))).toBe('deadline');
    adapter.release(held!);
    expect(await run(adapter, one)).toBe(1);
    expect(adapter.stats()).toMatchObject({ pending: 0, acquired: 2, released: 2, opened: 1 });
  });

  it('rejects those who wait when it is closed', async () => {
    const adapter = await open(pool(driver, 1));
    await hold(adapter, 1);
    const waiting = classOf(adapter.acquire(never()));
    await adapter.close();
    expect(await waiting).toBe('cancelled');
    expect(adapter.stats()).toMatchObject({ pending: 0, open: 0, acquired: 1, released: 1 });
  });
});

describe.each(allArms(3))('$id', (arm) => {
  it('meets a server that takes no more connections, until it does', async () => {
    const few = { ...target, user: 'poolbench_few' };
    const others = await open({ ...pool('pg', LIMIT), id: 'others' }, few);
    await hold(others, LIMIT);
    const adapter = await open(arm, few);
    expect(await classOf(run(adapter, one))).toBe('too-many-connections');
    await others.close();
    expect(await classOf(run(adapter, one))).toBe('fine');
    expect(adapter.stats()).toMatchObject({ opened: 1, pending: 0 });
  });

  it('meets nobody at the address', async () => {
    for (const place of [{ host: '127.0.0.1', port: 1 }, { host: '/no/such/directory' }]) {
      const adapter = await open(arm, { ...target, ...place });
      expect(await classOf(run(adapter, one))).toBe('refused');
      expect(adapter.stats()).toMatchObject({ opened: 0, pending: 0 });
    }
  });
});

describe.each(allArms(1).filter(({ prepared }) => prepared))('$id at a server that is silent', (arm) => {
  it('ends the wait by the signal, and leaves no connection when it is closed', async () => {
    let connected = 0;
    const silent = createServer((socket) => {
      connected += 1;
      socket.on('error', () => undefined).resume();
    });
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const { port } = silent.address() as AddressInfo;
    const adapter = await open(arm, { ...target, host: '127.0.0.1', port });
    const late = AbortSignal.timeout(50);
    const outcome = classOf(adapter.acquire(late).then((held) => adapter.query(held, one)));
    await once(late, 'abort');
    await adapter.close();
    // The driver connects with the first query, where it is pipelined.
    expect(await outcome).toBe(
      arm.driver === 'postgres.js' && arm.keep === 'pipelined' ? 'reset' : 'deadline',
    );
    expect(adapter.stats()).toMatchObject({ opened: 0, pending: 0 });
    expect(connected).toBe(1);
    // Which it cannot be while a connection is open.
    await new Promise((closed) => silent.close(closed));
  });
});

describe.each(DRIVERS)('a connection of %s that is lost in hand', (driver) => {
  it.each([
    ['before it was used', false],
    ['after it was used', true],
  ])('%s, refuses what is asked of it, and is not lent again', async (_, used) => {
    const adapter = await open(pool(driver, 2));
    const [held] = await hold(adapter, 1);
    if (used) await adapter.query(held!, one);
    await observer.terminate(adapter.name);
    await expect.poll(() => adapter.stats().open).toBe(0);
    expect(await classOf(adapter.query(held!, one))).toBe('reset');
    adapter.release(held!);
    expect(await Promise.all([run(adapter, one), run(adapter, one)])).toEqual([1, 1]);
  });

  it('in another hand does not disturb those that are well', async () => {
    const adapter = await open(pool(driver, 2));
    const [well, lost] = await hold(adapter, 2);
    await adapter.query(lost!, one);
    const underWay = classOf(adapter.query(lost!, operation('select 1 / $1::int', 0)));
    expect(await underWay).toBe('statement');
    adapter.release(lost!, new Error('of the caller'));
    await expect.poll(() => adapter.stats().open).toBe(1);
    expect(await adapter.query(well!, one)).toBe(1);
    adapter.release(well!);
    expect(adapter.stats()).toMatchObject({ open: 1, idle: 1 });
  });

  it('while a query is under way, when it is given up', async () => {
    const adapter = await open(pool(driver, 1));
    const [held] = await hold(adapter, 1);
    const hanging = classOf(adapter.query(held!, operation('select pg_sleep(0.5)')));
    await sleep(50);
    adapter.release(held!, new Error('late'));
    expect(await hanging).toBe('reset');
    expect(await run(adapter, one)).toBe(1);
    expect(adapter.stats()).toMatchObject({ opened: 2, closed: 1 });
  });
});

describe.each(allArms(2).filter(({ keep }) => keep === 'pipelined'))('$id', (arm) => {
  it('gives each caller its own answer, and a failure to its own alone', async () => {
    const adapter = await open(arm);
    const rows = (n: number) => operation('select generate_series(1, $1::int / ($2::int % 10)) as n', n, n);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => run(adapter, rows(n)).catch((error: unknown) => classify(error))),
    );
    const expected = Array.from({ length: 60 }, (_, n) =>
      n % 10 === 0 ? 'statement' : Math.floor(n / (n % 10)),
    );
    expect(answers).toEqual(expected);
    expect(adapter.stats()).toMatchObject({ opened: 2, closed: 0 });
  });

  it('sends without waiting for answers', async () => {
    const adapter = await open({ ...arm, size: 1 });
    await run(adapter, one);
    const slow = run(adapter, operation('select pg_sleep(0.1)'));
    let sent = 0;
    const after = Array.from({ length: 5 }, async () => {
      await run(adapter, one);
      sent += 1;
    });
    await sleep(30);
    expect(sent).toBe(0);
    await slow;
    await Promise.all(after);
    expect(adapter.stats()).toMatchObject({ opened: 1 });
  });
});

describe('rules', () => {
  it('of pg: it waits no longer than it is told to, and says so without a code', async () => {
    const adapter = await open(pool('pg', 1, { acquireTimeoutMs: 500 }));
    await hold(adapter, 1);
    const waiting = adapter.acquire(never());
    expect(await classOf(waiting)).toBe('pool-timeout');
    await expect(waiting).rejects.not.toHaveProperty('code');
  });

  it('of pg: it waits as long for a server that is silent', async () => {
    const silent = createServer(() => undefined);
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const { port } = silent.address() as AddressInfo;
    const adapter = await open(pool('pg', 1, { acquireTimeoutMs: 30 }), {
      ...target,
      host: '127.0.0.1',
      port,
    });
    expect(await classOf(run(adapter, one))).toBe('connect-timeout');
    silent.close();
  });

  it('of pg: a connection is renewed after so many uses', async () => {
    const adapter = await open(pool('pg', 1, { maxUses: 2 }));
    for (let n = 0; n < 6; n += 1) await run(adapter, one);
    expect(adapter.stats()).toMatchObject({ opened: 3 });
  });

  it('of pg: idle connections go, but for those to keep', async () => {
    const adapter = await open(pool('pg', 3, { idleTimeoutMs: 20, keepIdle: 1 }));
    for (const held of await hold(adapter, 3)) adapter.release(held);
    await expect.poll(() => adapter.stats().closed).toBe(2);
    await sleep(50);
    expect(adapter.stats()).toMatchObject({ open: 1, idle: 1 });
  });

  it('of pg: old connections go', async () => {
    const adapter = await open(pool('pg', 1, { maxLifetimeMs: 40 }));
    await run(adapter, one);
    await expect.poll(() => adapter.stats().closed).toBe(1);
    expect(await run(adapter, one)).toBe(1);
  });

  it.each(DRIVERS)('are off unless given, with %s', async (driver) => {
    const adapter = await open(pool(driver, 1));
    for (let n = 0; n < 6; n += 1) await run(adapter, one);
    await sleep(60);
    expect(adapter.stats()).toMatchObject({ opened: 1, closed: 0 });
  });
});
