import { CodedError, explain } from '@madang/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkChain } from './chain.ts';
import { moveCursors, openCursors, type Progress } from './cursors.ts';
import { fetchSealed } from './fetch.ts';
import type { Batch, Projection, SealedBlock } from './projection.ts';
import { askAhead } from './questions.ts';
import { HEIGHT_TOPIC } from './status.ts';
import { createTeller, type Teller, type TellerOptions } from './teller.ts';
import { rowsOf } from './rows-of.ts';
import { verify, type Position } from './verify.ts';

export interface EngineOptions extends TellerOptions {
  readonly projections: readonly Projection[];
  readonly signal: AbortSignal;
  readonly limits?: Partial<EngineLimits>;
}

export interface EngineLimits {
  /** Transactions and logs in one transaction of the database. */
  readonly rowsPerBatch: number;
  readonly blocksPerBatch: number;
  /** Between two looks at the node's tip. */
  readonly pollMs: number;
  readonly longestBackOffMs: number;
}

const LIMITS: EngineLimits = {
  rowsPerBatch: 5000,
  blocksPerBatch: 500,
  pollMs: 500,
  longestBackOffMs: 15_000,
};

/**
 * Follows the chain until the signal ends it: fetches ahead in parallel, verifies, and writes batch after batch, each with
 * its cursors in one transaction. Trouble that may pass is waited out and told; what must not be written ends it.
 */
export async function runEngine(options: EngineOptions): Promise<void> {
  const limits = { ...LIMITS, ...options.limits };
  let backOff = 250;
  const teller = createTeller(options);
  try {
    while (!options.signal.aborted) {
      try {
        await follow(options, limits, teller, () => (backOff = 250));
      } catch (error) {
        if (isAborted(options.signal)) return;
        await teller.trouble(error, mayPass(error));
        if (!mayPass(error)) throw error;
        options.log.warn({ reason: explain(error), retryInMs: backOff }, 'indexing waits');
        await sleep(backOff, undefined, { signal: options.signal }).catch(() => undefined);
        backOff = Math.min(backOff * 2, limits.longestBackOffMs);
      }
    }
  } finally {
    teller.end();
  }
}

/** From the cursors on, until something goes wrong. */
async function follow(
  options: EngineOptions,
  limits: EngineLimits,
  teller: Teller,
  onProgress: () => void,
): Promise<void> {
  const { database, client, signal } = options;
  let progress = await openCursors(database, options.projections);
  const next = Math.min(...progress.map(({ height }) => height)) + 1;
  await checkChain(database, client, next, { signal });
  while (!signal.aborted) {
    const latest = await client.lastHeight({ signal });
    const behind = participantsOf(progress);
    const sealedUpTo = Math.min(latest - 1, behind.until);
    if (sealedUpTo <= behind.position.height) {
      await teller.atTip(latest, behind.position.height);
      await sleep(limits.pollMs, undefined, { signal });
      continue;
    }
    const blocks = fetchSealed(client, { from: behind.position.height + 1, to: sealedUpTo, signal });
    for await (const batch of inBatches(blocks, behind.position, limits)) {
      progress = await writeBatch(options, progress, batch);
      onProgress();
      await teller.wrote(batch, latest);
    }
  }
}

interface Participants {
  readonly position: Position;
  /** The next height at which another projection joins. */
  readonly until: number;
}

/** The projections that are least far go first; where they reach another one's height, it joins them. */
function participantsOf(progress: readonly Progress[]): Participants {
  const least = progress.reduce((a, b) => (b.height < a.height ? b : a));
  const others = progress.filter(({ height }) => height > least.height).map(({ height }) => height);
  return { position: { height: least.height, hash: least.hash }, until: Math.min(Infinity, ...others) };
}

async function* inBatches(
  blocks: AsyncIterable<SealedBlock>,
  start: Position,
  limits: EngineLimits,
): AsyncGenerator<SealedBlock[]> {
  let position = start;
  let batch: SealedBlock[] = [];
  let rows = 0;
  for await (const sealed of blocks) {
    position = verify(position, sealed);
    batch.push(sealed);
    rows += rowsOf(sealed);
    if (rows >= limits.rowsPerBatch || batch.length >= limits.blocksPerBatch) {
      yield batch;
      batch = [];
      rows = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** Writes one batch for all projections that stand right before it; their rows, their cursors and the news, all or nothing. */
async function writeBatch(
  options: EngineOptions,
  progress: readonly Progress[],
  blocks: readonly SealedBlock[],
): Promise<Progress[]> {
  const { database, client, channel, signal } = options;
  const first = blocks[0];
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return [...progress];
  const taking = progress.filter(({ height }) => height === first.block.height - 1);
  const batch: Batch = await askAhead(
    client,
    taking.map(({ projection }) => projection),
    blocks,
    signal,
  );
  await database.transaction(async (tx) => {
    await moveCursors(tx, taking, last);
    for (const { projection } of taking) await projection.apply(batch, tx);
    await tx.notify(channel, `${HEIGHT_TOPIC} ${last.block.height}`);
  });
  const position = { height: last.block.height, hash: last.block.hash };
  return progress.map((one) => (taking.includes(one) ? { ...one, ...position } : one));
}

/** Whether waiting may help. A block that the node should have and has not (behind a balancer) may come, too. */
function mayPass(error: unknown): boolean {
  return error instanceof CodedError && (error.retry === 'later' || error.code === 'NODE_NOT_FOUND');
}

// A function, because the compiler takes the loop's own test for still true after an await.
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
