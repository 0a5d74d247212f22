import { describe, expect, it } from 'vitest';
import { formatBytes, formatNumber, formatPercent } from './number.ts';

describe('formatNumber', () => {
  it('groups digits of numbers, bigints and decimal strings alike', () => {
    expect(formatNumber(1_234_567)).toBe('1,234,567');
    expect(formatNumber(-1234.5678)).toBe('-1,234.568');
    expect(formatNumber(2n ** 80n)).toBe('1,208,925,819,614,629,174,706,176');
    expect(formatNumber('1013420000')).toBe('1,013,420,000');
  });

  it('refuses a string that is not a whole number', () => {
    expect(() => formatNumber('12 apples')).toThrow(SyntaxError);
  });
});

describe('formatPercent', () => {
  it('shows a share of one', () => {
    expect(formatPercent(0.1234)).toBe('12.3%');
    expect(formatPercent(1, 0)).toBe('100%');
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [1536, '1.5 kB'],
    [999_949, '1.0 MB'],
    [123_456_789, '123 MB'],
    [7.2e17, '720 PB'],
  ])('shows %d bytes as %s', (bytes, shown) => {
    expect(formatBytes(bytes)).toBe(shown);
  });
});
