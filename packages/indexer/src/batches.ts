import type { SealedBlock } from './projection.ts';
import { rowsOf } from './rows-of.ts';

/** How much goes into one transaction of the database. */
export interface BatchLimits {
  /** Blocks, transactions and logs. */
  readonly rowsPerBatch: number;
  readonly blocksPerBatch: number;
}

/** Gathers blocks until a batch is full; the last one holds what is left. */
export async function* inBatches(
  blocks: AsyncIterable<SealedBlock>,
  { rowsPerBatch, blocksPerBatch }: BatchLimits,
): AsyncGenerator<SealedBlock[]> {
  let batch: SealedBlock[] = [];
  let rows = 0;
  for await (const sealed of blocks) {
    batch.push(sealed);
    rows += rowsOf(sealed);
    if (rows < rowsPerBatch && batch.length < blocksPerBatch) continue;
    yield batch;
    batch = [];
    rows = 0;
  }
  if (batch.length > 0) yield batch;
}
