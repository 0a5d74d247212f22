import { z } from 'zod';
import { Log } from '../log/log.schema.ts';
import { InternalTransfer, TokenTransfer } from '../transfer/transfer.schema.ts';
import { TransactionDetail } from './transaction.schema.ts';

/** A transaction with the first of what it logged and moved. */
export const TransactionWithContents = z.strictObject({
  transaction: TransactionDetail,
  logs: z.array(Log),
  tokenTransfers: z.array(TokenTransfer),
  internalTransfers: z.array(InternalTransfer),
});
export type TransactionWithContents = z.infer<typeof TransactionWithContents>;
