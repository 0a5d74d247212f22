import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { ULID, ulid } from './ulid.ts';

it('writes the time as the specification does', () => {
  // 01ARYZ6S41 is the specification's own example of 1469918176385.
  expect(ulid(1_469_918_176_385, new Uint8Array(10))).toBe('01ARYZ6S410000000000000000');
});

it('writes the largest values', () => {
  expect(ulid(2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
});

it('sorts by time and is of its pattern', () => {
  const ids = [0, 1, 31, 32, 1_795_343_431_123, 2 ** 47].map((time) => ulid(time, randomBytes(10)));
  expect(ids).toEqual(ids.toSorted());
  for (const id of ids) expect(id).toMatch(ULID);
});
