/** Crockford's base 32: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 digits of base 32: ten of time, sixteen of chance (github.com/ulid/spec). */
export const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/**
 * An id that sorts by time.
 *
 * @param milliseconds since the Unix epoch
 * @param chance 10 bytes
 */
export function ulid(milliseconds: number, chance: Uint8Array): string {
  const bits = (BigInt(Math.floor(milliseconds)) << 80n) | BigInt(`0x${Buffer.from(chance).toString('hex')}`);
  return Array.from({ length: 26 }, (_, place) =>
    DIGITS.charAt(Number((bits >> BigInt(5 * (25 - place))) & 31n)),
  ).join('');
}
