import { z } from 'zod';
import { STANDARDS } from '../domain/token-standard.ts';
import { Address, Hash, Height, Time } from '../schemas.ts';

const Position = z.number().int();
const Units = z.string().describe("Decimal digits, in the token's smallest unit; negative with -");

const place = {
  height: Height,
  transactionHash: Hash,
  transactionIndex: Position,
};

export const TokenTransfer = z
  .strictObject({
    ...place,
    logIndex: Position,
    subIndex: Position.describe('Position in a batch, from 0'),
    timestamp: Time.describe("The block's time"),
    token: Address,
    standard: z.enum(STANDARDS),
    symbol: z.string().nullable(),
    decimals: z.number().int().nullable(),
    operator: Address.nullable().describe('Who moved it (IRC31 only)'),
    from: Address,
    to: Address,
    value: Units,
    tokenId: z.string().nullable().describe('Decimal digits (IRC3 and IRC31)'),
  })
  .meta({ id: 'TokenTransfer' });
export type TokenTransfer = z.infer<typeof TokenTransfer>;

export const InternalTransfer = z
  .strictObject({
    ...place,
    index: Position.describe('Position of its log in the transaction, from 0'),
    timestamp: Time.describe("The block's time"),
    from: Address,
    to: Address,
    value: z.string().describe('Decimal digits, in loop'),
  })
  .meta({ id: 'InternalTransfer' });
export type InternalTransfer = z.infer<typeof InternalTransfer>;
