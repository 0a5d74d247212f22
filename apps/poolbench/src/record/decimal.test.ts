import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal } from './decimal.ts';

it.each([
  [0, '0'],
  [-0, '0'],
  [12, '12'],
  [-0.002, '-0.002'],
  [1e-7, '0.0000001'],
  [5.006_790_161_132_812_5e-5, '0.000050067901611328125'],
  [-1.5e-9, '-0.0000000015'],
  [1e21, '1000000000000000000000'],
  [1.234e22, '12340000000000000000000'],
  [123.456, '123.456'],
])('writes %d as %s', (value, text) => {
  expect(decimal(value)).toBe(text);
});

it('loses no digit of any number, and never has an exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = decimal(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(value + 0);
    }),
  );
});
