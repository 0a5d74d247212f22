import { expect, it } from 'vitest';
import { isAtLeast } from './find-pgbouncer.ts';

it.each([
  ['1.21.0', true],
  ['1.21', true],
  ['1.25.1', true],
  ['2.0.0', true],
  ['1.18.0', false],
  ['1.9.0', false],
])('version %s is at least 1.21: %s', (version, expected) => {
  expect(isAtLeast(version, '1.21')).toBe(expected);
});
