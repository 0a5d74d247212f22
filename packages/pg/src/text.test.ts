import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorable, keepText, readText } from './text.ts';

// Any sequence of UTF-16 code units, which is what a JavaScript string is; the troublesome ones often.
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(0, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfffe, 0x61, 0x30),
);
const anyString = fc.array(unit).map((units) => String.fromCharCode(...units));

describe('keepText', () => {
  it('makes any string storable, and readText gives it back', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const kept = keepText(text);
        expect(isStorable(kept)).toBe(true);
        expect(Buffer.from(kept).toString()).toBe(kept);
        expect(readText(kept)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves ordinary text of any script alone', () => {
    for (const text of ['', 'block', '마당 👍🏽', 'a\nb\t"\\', '\uffff\ufeff'])
      expect(keepText(text)).toBe(text);
  });

  it('gives different strings different texts', () => {
    fc.assert(
      fc.property(anyString, anyString, (one, two) => {
        fc.pre(one !== two);
        expect(keepText(one)).not.toBe(keepText(two));
      }),
    );
  });
});

describe('isStorable', () => {
  it('refuses U+0000 and lone surrogates only', () => {
    expect(isStorable('a\0')).toBe(false);
    expect(isStorable('\ud800')).toBe(false);
    expect(isStorable('\udc00\ud800')).toBe(false);
    expect(isStorable('\ud83d\ude00 and 마당')).toBe(true);
  });
});
