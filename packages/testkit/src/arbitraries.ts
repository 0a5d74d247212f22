import fc from 'fast-check';

let texts: fc.Arbitrary<string> | undefined;

/**
 * Text as an attacker would choose it, beside text as people write it. Lone surrogates and U+0000 are among it. A function, because
 * it takes a second of work to lay out all code points, which most who use this package have no need of.
 */
export function hostileText(): fc.Arbitrary<string> {
  texts ??= fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'; drop table tracker.block; --",
      '=HYPERLINK("http://example.org")',
      '\u0000',
      'a\u0000b\\0c',
      '\ud800 lone \udfff',
      '\u202eright to left\u2066',
      '\u001b[31mred\u001b[0m\r\nforged log line',
      '\\u0000 \\ud800 \\',
      '마당 👩‍👩‍👧‍👦',
      'x'.repeat(5000),
    ),
  );
  return texts;
}

/** Amounts of every size that a chain can hold, in the smallest unit; negative ones are in event logs. */
export const amount: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 19n }),
  fc.bigInt({ min: -(2n ** 255n), max: 2n ** 256n }),
);

export const address: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('hx', 'cx'), fc.uint8Array({ minLength: 20, maxLength: 20 }))
  .map(([prefix, bytes]) => prefix + Buffer.from(bytes).toString('hex'));

export const hash: fc.Arbitrary<string> = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`);
