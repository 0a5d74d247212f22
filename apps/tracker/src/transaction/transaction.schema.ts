import { z } from 'zod';
import { Address, Amount, Count, Hash, Height, Time } from '../schemas.ts';

export const KINDS = [
  'transfer',
  'message',
  'call',
  'deploy',
  'deposit',
  'base',
  'genesis',
  'dsr',
  'unknown',
] as const;

const summary = {
  hash: Hash,
  height: Height,
  index: z.number().int().describe('Position in the block, from 0'),
  timestamp: Time.describe("The block's time"),
  kind: z.enum(KINDS),
  method: z.string().nullable(),
  from: Address.nullable(),
  to: Address.nullable(),
  value: Amount.nullable(),
  status: z.enum(['success', 'failure']),
  failure: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  fee: Amount,
};

export const Transaction = z.strictObject(summary).meta({ id: 'Transaction' });
export type Transaction = z.infer<typeof Transaction>;

/** What was sent with a transaction, read as far as its kind says how. */
export const TransactionInput = z.strictObject({
  text: z.string().nullable().describe('Set when the bytes are UTF-8'),
  json: z.unknown().describe('Set when the text is JSON, or for a call, deploy, deposit or base'),
  mediaType: z.string(),
  method: z.string().nullable(),
  params: z.unknown(),
});
export type TransactionInput = z.infer<typeof TransactionInput>;

export const TransactionDetail = z
  .strictObject({
    ...summary,
    blockHash: Hash,
    version: z.string().nullable(),
    nid: z.string().nullable(),
    nonce: z.string().nullable(),
    sentAt: Time.nullable().describe("The sender's own time"),
    stepLimit: z.string().nullable(),
    stepUsed: z.string(),
    stepPrice: z.string(),
    stepUsedDetails: z.record(z.string(), z.string()).nullable(),
    feePayers: z.array(z.strictObject({ address: Address, amount: Amount })),
    signature: z.string().nullable(),
    dataType: z.string().nullable(),
    data: z.unknown().describe('As on the chain'),
    input: TransactionInput.nullable(),
    scoreAddress: Address.nullable(),
    logCount: Count,
    tokenTransferCount: Count,
    internalTransferCount: Count,
  })
  .meta({ id: 'TransactionDetail' });
export type TransactionDetail = z.infer<typeof TransactionDetail>;
