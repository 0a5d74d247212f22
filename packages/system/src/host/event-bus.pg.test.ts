import { CHANNEL, startEventBus } from '../index.ts';
import { sql } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningBus } from './event-bus.ts';

let test: TestDatabase;
let bus: RunningBus;

beforeAll(async () => {
  test = await createTestDatabase();
  bus = await startEventBus(test.database, createLogger({ level: 'silent' }));
});
afterAll(async () => {
  await bus.stop();
  await test.drop();
});

const tell = (payload: string) =>
  test.database.execute('tell', sql`select pg_notify(${CHANNEL}, ${payload})`);

function subscribe(topics: readonly string[], abort = new AbortController()) {
  const sets = bus.subscribe(topics, abort.signal)[Symbol.asyncIterator]();
  const next = async () => {
    const result = await sets.next();
    return result.done === true ? 'ended' : [...result.value].sort();
  };
  return { next, abort: () => abort.abort(), leave: () => sets.return?.() };
}

it('tells a subscriber of its topics and of no others', async () => {
  const reader = subscribe(['height', 'status']);
  await tell('weather 1');
  await tell('heights 1');
  await tell('height 12');
  expect(await reader.next()).toEqual(['height']);
  reader.abort();
});

it('keeps what happens between the call and the first look, as one set', async () => {
  const other = subscribe(['last']);
  const reader = subscribe(['height', 'status']);
  for (const payload of ['height 1', 'status', 'height 2', 'last']) await tell(payload);
  await other.next();
  expect(await reader.next()).toEqual(['height', 'status']);
  other.abort();
  reader.abort();
});

it('ends a subscription by its signal, whether it waits, reads, or never began', async () => {
  const waiting = subscribe(['height']);
  const next = waiting.next();
  waiting.abort();
  expect(await next).toBe('ended');
  const aborted = new AbortController();
  aborted.abort();
  expect(await subscribe(['height'], aborted).next()).toBe('ended');
});

it('ends a subscription that is left', async () => {
  const reader = subscribe(['height']);
  await tell('height 1');
  expect(await reader.next()).toEqual(['height']);
  await reader.leave();
  expect(await reader.next()).toBe('ended');
});
