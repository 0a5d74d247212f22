import type { SealedBlock } from './projection.ts';

/** Rows that a block brings: itself, its transactions and their logs. The measure of batches and of speed. */
export function rowsOf({ receipts }: SealedBlock): number {
  return receipts.reduce((sum, { logs }) => sum + 1 + logs.length, 1);
}
