import { z } from 'zod';
import { STANDARDS } from '../domain/token-standard.ts';
import { Address, Amount, Count, Height } from '../schemas.ts';
import { Transaction } from '../transaction/transaction.schema.ts';

export const HeldToken = z
  .strictObject({
    token: Address,
    standard: z.enum(STANDARDS),
    symbol: z.string().nullable(),
    decimals: z.number().int().nullable(),
    balance: z
      .string()
      .describe("Decimal digits, in the token's smallest unit; for IRC3 and IRC31 the sum over all ids"),
  })
  .meta({ id: 'HeldToken' });
export type HeldToken = z.infer<typeof HeldToken>;

export const Balance = z.strictObject({
  amount: Amount,
  height: Height.describe('It is the balance after this block'),
  source: z.enum(['node', 'derived']),
});
export type Balance = z.infer<typeof Balance>;

export const AddressDetail = z
  .strictObject({
    address: Address,
    kind: z.enum(['account', 'contract']),
    label: z
      .string()
      .nullable()
      .describe('What every chain calls it, else the name that the contract gives itself'),
    token: z.enum(STANDARDS).nullable().describe('The standard of the token that it is'),
    firstHeight: Height,
    lastHeight: Height,
    transactionCount: Count.describe('Those that it sent or received, each once'),
    sentCount: Count,
    receivedCount: Count,
    tokenTransferCount: Count,
    internalTransferCount: Count,
    logCount: Count.describe('Logs that it wrote as a contract'),
    balance: Balance.nullable().describe('Null while no node tells it'),
    tokens: z.array(HeldToken).describe('The thousand with most transfers, at most'),
    tokenCount: Count.describe('How many tokens it holds in all'),
  })
  .meta({ id: 'Address' });
export type AddressDetail = z.infer<typeof AddressDetail>;

export const AddressOverview = z.strictObject({
  address: AddressDetail,
  transactions: z.array(Transaction).describe('The newest'),
});
export type AddressOverview = z.infer<typeof AddressOverview>;
