import { z } from 'zod';
import { STANDARDS } from '../domain/token-standard.ts';
import { Address, Count, Height } from '../schemas.ts';
import { TokenTransfer } from '../transfer/transfer.schema.ts';

const Units = z.string().describe("Decimal digits, in the token's smallest unit; negative with -");
const Decimals = z.number().int().nullable().describe('Null when the contract does not tell');

export const Token = z
  .strictObject({
    address: Address,
    standard: z.enum(STANDARDS),
    name: z.string().nullable(),
    symbol: z.string().nullable(),
    decimals: Decimals,
    totalSupply: Units.describe('What its logs minted less what they burnt; for IRC3 and IRC31 of all ids'),
    holders: Count.describe('Addresses that hold any of it'),
    transfers: Count,
    firstHeight: Height.describe('Of its first transfer'),
  })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof Token>;

export const Holder = z
  .strictObject({
    address: Address,
    balance: Units.describe('By its logs; for IRC3 the number of ids'),
    share: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('Of the total supply; null when that is not above it'),
    tokenId: z.string().nullable().describe('Decimal digits (IRC31)'),
    symbol: z.string().nullable(),
    decimals: Decimals,
  })
  .meta({ id: 'TokenHolder' });
export type Holder = z.infer<typeof Holder>;

export const Owner = z
  .strictObject({ tokenId: z.string().describe('Decimal digits'), owner: Address })
  .meta({ id: 'TokenOwner' });
export type Owner = z.infer<typeof Owner>;

/** A token with its latest transfers and largest holders. */
export const TokenOverview = z.strictObject({
  token: Token,
  transfers: z.array(TokenTransfer),
  holders: z.array(Holder),
});
export type TokenOverview = z.infer<typeof TokenOverview>;

/** Filters of the list of tokens; they mean the same in the API and in the page's address. */
export const TokenQuery = z.strictObject({
  standard: z.enum(STANDARDS).optional(),
  q: z
    .string()
    .max(100, 'must be at most 100 characters')
    .optional()
    .describe('A part of the name or symbol, or the beginning of the address'),
});
export type TokenQuery = z.infer<typeof TokenQuery>;
