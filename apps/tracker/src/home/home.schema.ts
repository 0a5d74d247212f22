import { z } from 'zod';
import { Block } from '../block/block.schema.ts';
import { Count, Height } from '../schemas.ts';
import { Stats, Status } from '../status/status.schema.ts';
import { KINDS, Transaction } from '../transaction/transaction.schema.ts';

const Tile = z.strictObject({
  hash: z.string(),
  kind: z.enum(KINDS),
  method: z.string().nullable(),
  status: z.enum(['success', 'failure']),
  stepUsed: z.string(),
});

const BlockActivity = z.strictObject({ height: Height, transactionCount: Count });
export type BlockActivity = z.infer<typeof BlockActivity>;

export const Overview = z.strictObject({
  status: Status,
  stats: Stats,
  activity: z.array(BlockActivity).describe('The newest blocks, oldest first'),
  blocks: z.array(Block),
  transactions: z.array(Transaction),
  yard: z.array(z.strictObject({ height: z.number().int(), tiles: z.array(Tile) })),
});
export type Overview = z.infer<typeof Overview>;
