import { linkAbort, type NodeClient } from '@madang/icon/client';
import type { SealedBlock } from './projection.ts';

export interface FetchRange {
  readonly from: number;
  /** Last height wanted; it must be sealed. */
  readonly to: number;
  /** Requests for blocks that may be ahead of the one who writes. */
  readonly requestsAhead: number;
  readonly signal: AbortSignal;
}

/** Blocks asked for in one request; a node takes ten in a batch. */
const BLOCKS_PER_REQUEST = 10;
/** Transactions that may be fetched ahead of the one who writes: some 100 MB at the worst. */
const TRANSACTIONS_AHEAD = 20_000;

/** Sealed blocks in height order, fetched ahead in parallel within bounded memory. */
export async function* fetchSealed(
  client: NodeClient,
  { from, to, requestsAhead, signal }: FetchRange,
): AsyncGenerator<SealedBlock> {
  const ahead: Promise<SealedBlock[]>[] = [];
  let next = from;
  let transactionsPerRequest = BLOCKS_PER_REQUEST;
  const ended = linkAbort(signal);
  try {
    for (;;) {
      const room = Math.min(requestsAhead, Math.floor(TRANSACTIONS_AHEAD / transactionsPerRequest));
      while (ahead.length < Math.max(1, room) && next <= to) {
        const heights = range(next, Math.min(next + BLOCKS_PER_REQUEST - 1, to));
        next += heights.length;
        ahead.push(settledLater(fetchChunk(client, heights, ended.signal)));
      }
      const chunk = await ahead.shift();
      if (chunk === undefined) return;
      const transactions = chunk.reduce((sum, { receipts }) => sum + receipts.length, 0);
      transactionsPerRequest = Math.max(BLOCKS_PER_REQUEST, (transactionsPerRequest + transactions) / 2);
      yield* chunk;
    }
  } finally {
    ended.release();
    ended.abort();
  }
}

async function fetchChunk(
  client: NodeClient,
  heights: readonly number[],
  signal: AbortSignal,
): Promise<SealedBlock[]> {
  const blocks = await client.blocks(heights, { signal });
  const hashes = blocks.flatMap((block) => block.transactions.map(({ hash }) => hash));
  const receipts = await client.receipts(hashes, { signal });
  let taken = 0;
  return blocks.map((block) => ({
    block,
    receipts: receipts.slice(taken, (taken += block.transactions.length)),
  }));
}

// A chunk that fails before its turn must not end the process as an unhandled rejection; its turn will throw it.
function settledLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
