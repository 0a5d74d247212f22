import { describe, expect, it } from 'vitest';
import { formatTimestamp, readTimestamp } from './time.ts';

describe('formatTimestamp', () => {
  it.each([
    [0n, '1970-01-01T00:00:00.000000Z'],
    [1_795_503_731_482_123n, '2026-11-24T07:02:11.482123Z'],
    [-1n, '1969-12-31T23:59:59.999999Z'],
    [-1000n, '1969-12-31T23:59:59.999000Z'],
    [253_402_300_800_000_000n, '+010000-01-01T00:00:00.000000Z'],
  ])('writes %d microseconds as %s', (micros, text) => {
    expect(formatTimestamp(micros)).toBe(text);
  });
});

describe('readTimestamp', () => {
  it.each([
    ['2026-11-24 07:02:11.482123+00', '2026-11-24T07:02:11.482123Z'],
    ['2026-11-24 07:02:11.4+00', '2026-11-24T07:02:11.400000Z'],
    ['2026-11-24 07:02:11+00', '2026-11-24T07:02:11.000000Z'],
    ['10000-01-01 00:00:00+00', '+010000-01-01T00:00:00.000000Z'],
    ['0044-03-15 00:00:00+00 BC', '-000043-03-15T00:00:00.000000Z'],
    ['0001-12-31 00:00:00+00 BC', '0000-12-31T00:00:00.000000Z'],
    ['infinity', 'infinity'],
  ])('reads %s as %s', (text, expected) => {
    expect(readTimestamp(text)).toBe(expected);
  });
});
