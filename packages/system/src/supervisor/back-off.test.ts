import { expect, it } from 'vitest';
import { createBackOff } from './back-off.ts';

it('doubles with each failure, up to the longest', () => {
  const backOff = createBackOff(500, 4000);
  expect(Array.from({ length: 6 }, () => backOff.next(10))).toEqual([500, 1000, 2000, 4000, 4000, 4000]);
});

it('starts anew after a try that lasted a minute', () => {
  const backOff = createBackOff(500, 4000);
  expect([backOff.next(10), backOff.next(10), backOff.next(60_001), backOff.next(10)]).toEqual([
    500, 1000, 500, 1000,
  ]);
});
