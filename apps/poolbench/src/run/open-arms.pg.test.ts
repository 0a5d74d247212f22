import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Arm, PoolAdapter } from '../adapter/pool-adapter.ts';
import { driverPool } from '../scenario/arms.ts';
import { never, observe, operation, targetOf, type Observer } from '../../test/observer.ts';
import { createOpenArms, type OpenArms } from './open-arms.ts';

let test: TestDatabase;
let observer: Observer;
let arms: OpenArms;

beforeAll(async () => {
  test = await createTestDatabase();
  observer = await observe(targetOf(test.url));
});
afterEach(() => arms.close());
afterAll(async () => {
  await observer.close();
  await test.drop();
});

const poolOf = (size: number): Arm => ({ ...driverPool('pg', size, false), id: `pool of ${size}` });
const [four, five, six] = [poolOf(4), poolOf(5), poolOf(6)];

/** Arms on a server that has ten connections for us. */
function roomForTen(): OpenArms {
  arms = createOpenArms({ targetOf: () => Promise.resolve(targetOf(test.url)), room: 10, deadlineMs: 5000 });
  return arms;
}

async function useAll(adapter: PoolAdapter, size: number): Promise<void> {
  const held = await Promise.all(Array.from({ length: size }, () => adapter.acquire(never())));
  await Promise.all(held.map((one) => adapter.query(one, operation('select 1'))));
  for (const one of held) adapter.release(one);
}

const backEnds = async (): Promise<number[]> =>
  Promise.all([four, five, six].map(async ({ id }) => (await observer.backends(id)).length));

it('lets those that were not used for longest give way, and gives them their connections again', async () => {
  const { of, opened } = roomForTen();
  await useAll(await of(four), 4);
  await useAll(await of(five), 5);
  expect(await backEnds()).toEqual([4, 5, 0]);
  await of(four);
  await useAll(await of(six), 6);
  await vi.waitFor(async () => expect(await backEnds()).toEqual([4, 0, 6]));
  await of(five);
  await vi.waitFor(async () => expect(await backEnds()).toEqual([0, 5, 0]));
  expect(await opened()).toBe(4 + 5 + 6 + 5);
});

it('makes room for connections that nobody keeps, but never takes one out of a hand', async () => {
  const { of, makeRoom } = roomForTen();
  const inHand = await of(four);
  const held = await inHand.acquire(never());
  await useAll(await of(five), 5);
  await makeRoom(9);
  await vi.waitFor(async () => expect(await backEnds()).toEqual([1, 0, 0]));
  expect(await inHand.query(held, operation('select 1'))).toBe(1);
  inHand.release(held);
});
