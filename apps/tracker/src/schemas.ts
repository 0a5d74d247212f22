import { z } from 'zod';

/** The forms in which the API writes the chain's values; see the README of the tracker. */
export const Hash = z.string().describe('0x and 64 hexadecimal digits');
export const Address = z.string().describe('hx or cx and 40 hexadecimal digits');
export const Amount = z.string().describe('Decimal digits, in loop (1 ICX = 10^18 loop); negative with -');
export const Time = z.string().describe('RFC 3339, UTC, microseconds');
export const Count = z.number().int();
export const Height = z.number().int();

/** Heights and positions in the key of a list. */
export const Place = z.int();
/** A whole number of any size in the key of a list, as decimal digits. */
export const WholeNumber = z.string().regex(/^-?\d{1,400}$/);

export const HashInput = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, 'must be 0x and 64 lower-case hexadecimal digits');
export const AddressInput = z
  .string()
  .regex(/^[hc]x[0-9a-f]{40}$/, 'must be hx or cx and 40 lower-case hexadecimal digits');
export const HeightInput = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/, 'must be a height: decimal digits without leading zeros')
  .transform(Number);
