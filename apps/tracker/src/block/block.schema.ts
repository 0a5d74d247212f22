import { z } from 'zod';
import { Address, Amount, Count, Hash, Height, Time } from '../schemas.ts';

export const Block = z
  .strictObject({
    height: Height,
    hash: Hash,
    previousHash: Hash.nullable(),
    version: z.string(),
    timestamp: Time,
    producer: Address.nullable(),
    merkleRoot: Hash.nullable(),
    transactionCount: Count,
    failedTransactionCount: Count,
    logCount: Count,
    fees: Amount,
  })
  .meta({ id: 'Block' });

export type Block = z.infer<typeof Block>;
