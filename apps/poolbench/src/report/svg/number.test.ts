import { describe, expect, it } from 'vitest';
import { formatFull, formatMs, formatQuantity, formatShort } from './number.ts';

describe('formatShort', () => {
  it.each([
    [0, '0', '0'],
    [0.01234, '0.0123', '0.0123'],
    [950, '950', '950'],
    [1234, '1.23k', '1,230'],
    [9_999_999, '10M', '1,000만'],
    [123_456_789, '123M', '1.23억'],
    [-20_000, '-20k', '-2만'],
    [1e300, '1e+300', '1e+300'],
    [1e-12, '1e-12', '1e-12'],
  ])('says %d in the words of the language', (value, en, ko) => {
    expect(formatShort(value, 'en')).toBe(en);
    expect(formatShort(value, 'ko')).toBe(ko);
  });
});

describe('formatMs', () => {
  it.each([
    [0, '0 ms'],
    [0.000_25, '250 ns'],
    [0.0861, '86.1 µs'],
    [0.9999, '1 ms'],
    [8.614, '8.61 ms'],
    [1200, '1.2 s'],
  ])('says %d ms in the unit that suits it', (ms, said) => {
    expect(formatMs(ms)).toBe(said);
  });
});

it('gives a table four digits, and whole numbers in full', () => {
  expect(formatFull(123_456.7891)).toBe('123,457');
  expect(formatFull(8.6141)).toBe('8.614');
  expect(formatFull(0.000_123_456)).toBe('0.0001235');
  expect(formatFull(1e300)).toBe('1.000e+300');
});

it('shows a dash where there is no number', () => {
  for (const none of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(formatShort(none, 'en')).toBe('–');
    expect(formatQuantity(none, 'ops/s', 'en')).toBe('–');
    expect(formatMs(none)).toBe('–');
    expect(formatFull(none)).toBe('–');
  }
});
