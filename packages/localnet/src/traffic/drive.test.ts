import type { JsonObject } from '@madang/icon';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { driveTraffic } from './drive.ts';

/** A chain and traffic of which one sees what was signed, and what was put into a block. */
function createScene(isLate = () => false) {
  const [signed, admitted]: [number[], number[]] = [[], []];
  const chain = {
    height: () => 7,
    admit: ({ number }: JsonObject) => admitted.push(number as number) > 0,
  };
  const traffic = {
    *transactionsOf(height: number) {
      for (let number = height * 100; number < height * 100 + 50; number += 1) {
        signed.push(number);
        yield { number };
      }
    },
  };
  return { signed, admitted, drive: driveTraffic(chain, traffic, isLate) };
}
const ALL = Array.from({ length: 50 }, (_, index) => 800 + index);

it('signs ahead between other work, and puts all of it into the block in order', async () => {
  const { signed, admitted, drive } = createScene();
  drive.prepare();
  expect(signed).toEqual([]);
  await expect.poll(() => signed.length, { interval: 1 }).toBe(50);
  expect(admitted).toEqual([]);
  drive.fill();
  expect(admitted).toEqual(ALL);
});

it('signs the rest when the block is made before all is ready', async () => {
  const { signed, admitted, drive } = createScene();
  drive.prepare();
  await new Promise((resolve) => setImmediate(resolve));
  expect(signed.length).toBeLessThan(50);
  drive.fill();
  await sleep(5);
  expect(admitted).toEqual(ALL);
  expect(signed).toEqual(ALL);
});

it('leaves out a block whose transactions would be dated too long ago', () => {
  const { signed, admitted, drive } = createScene(() => true);
  drive.prepare();
  drive.fill();
  expect([signed, admitted]).toEqual([[], []]);
});
