import type { Database } from '@madang/pg';
import { blaming } from './blame.ts';
import { moveCursors } from './cursors.ts';
import type { Batch, Projection } from './projection.ts';
import { HEIGHT_TOPIC } from './status.ts';

/** Writes one batch for projections that stand right before it; their rows, their cursors and the news, all or nothing. */
export async function writeBatch(
  { database, channel }: { readonly database: Database; readonly channel: string },
  projections: readonly Projection[],
  batch: Batch,
): Promise<void> {
  const { blocks } = batch;
  await database.transaction(async (tx) => {
    await moveCursors(tx, projections, blocks);
    for (const projection of projections)
      await blaming(projection, blocks, () => projection.apply(batch, tx));
    await tx.notify(channel, `${HEIGHT_TOPIC} ${blocks.at(-1)?.block.height ?? -1}`);
  });
}
