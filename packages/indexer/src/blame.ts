import { explain } from '@madang/errors';
import { pgErrors } from '@madang/pg';
import { mayPass, projectionFailed, rowTwice } from './errors.ts';
import type { Projection, SealedBlock } from './projection.ts';

/**
 * Does a projection's part of a batch. What it throws and waiting cannot help comes out as an error that names the
 * projection and the blocks.
 * @throws INDEXER_ROW_TWICE, INDEXER_PROJECTION_FAILED, and what may pass as it is
 */
export async function blaming<T>(
  { name }: Projection,
  blocks: readonly SealedBlock[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (mayPass(error)) throw error;
    const place = {
      projection: name,
      from: blocks[0]?.block.height ?? -1,
      to: blocks.at(-1)?.block.height ?? -1,
      reason: error instanceof Error ? error.message : explain(error),
    };
    throw pgErrors.uniqueViolation.is(error) ? rowTwice(place, error) : projectionFailed(place, error);
  }
}
