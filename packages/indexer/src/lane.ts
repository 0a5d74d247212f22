import { explain } from '@madang/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { inBatches } from './batches.ts';
import { checkChain } from './chain.ts';
import { brokenChain, cursorMoved, mayPass, nodeBehind } from './errors.ts';
import { fetchSealed } from './fetch.ts';
import type { Lane, Lanes } from './lanes.ts';
import type { Engine } from './options.ts';
import { persist } from './persist.ts';
import { namesOf, type SealedBlock } from './projection.ts';
import { askAhead } from './questions.ts';
import { createTeller, type Teller } from './teller.ts';
import { verified } from './verify.ts';
import { writeBatch } from './write-batch.ts';

/** Requests for blocks ahead of the writer. Who catches up has few, so that new blocks hardly queue behind old ones. */
const REQUESTS_AHEAD = { front: 12, catchingUp: 2 };
/** A stream that tells of blocks which the node does not have must not make us ask without a pause. */
const SHORTEST_WAIT_MS = 20;

interface Run extends Engine {
  readonly lanes: Lanes;
  readonly lane: Lane;
  readonly teller: Teller;
}

/**
 * Writes the blocks of one lane until it has reached the lane before it, or for ever if there is none. Trouble that may pass
 * is waited out here, while the other lanes go on.
 */
export async function runLane(
  engine: Engine,
  lanes: Lanes,
  lane: Lane,
  onProgress: () => void,
): Promise<void> {
  const names = (): string[] => namesOf(lane.projections);
  const teller = createTeller(engine, () => ({ projections: names(), height: lane.position.height }));
  const work = (calm: () => void): Promise<void> =>
    advance({ ...engine, lanes, lane, teller }, () => {
      calm();
      onProgress();
    });
  try {
    await persist(work, {
      signal: engine.signal,
      longestBackOffMs: engine.limits.longestBackOffMs,
      // Where a cursor is not where it was thought to be, all are read again.
      passes: (error) => mayPass(error) && !cursorMoved.is(error),
      async onTrouble(error, retryInMs) {
        engine.log.warn({ projections: names(), reason: explain(error), retryInMs }, 'indexing waits');
        await teller.waits(error);
      },
    });
  } finally {
    await teller.end();
  }
}

async function advance(run: Run, onProgress: () => void): Promise<void> {
  const { database, client, signal, lane } = run;
  const check = () => checkChain(database, client, lane.position.height + 1, { signal });
  const { genesisHash } = await check();
  try {
    await takeAll(run, genesisHash, onProgress);
  } catch (error) {
    // The node may serve another chain by now, which is the clearer reason.
    if (brokenChain.is(error)) await check();
    throw error;
  }
}

async function takeAll(run: Run, genesisHash: string, onProgress: () => void): Promise<void> {
  const { client, signal, limits, lane } = run;
  for (let next = await nextStretch(run); next !== null; next = await nextStretch(run)) {
    const { to, latest, requestsAhead } = next;
    const blocks = fetchSealed(client, { from: lane.position.height + 1, to, requestsAhead, signal });
    for await (const batch of inBatches(verified(blocks, lane.position, genesisHash), limits)) {
      await write(run, batch);
      onProgress();
      await run.teller.wrote(batch, latest);
    }
  }
}

/** Blocks that can be taken now, up to a height that is sealed. */
interface Stretch {
  readonly to: number;
  /** The node's newest. */
  readonly latest: number;
  readonly requestsAhead: number;
}

/** Waits until there is something to take; null when the lane has joined the one before it. */
async function nextStretch(run: Run): Promise<Stretch | null> {
  const { client, signal, lanes, lane } = run;
  const { height } = lane.position;
  for (;;) {
    const latest = await client.lastHeight({ signal });
    const ahead = lanes.ahead(lane);
    if (ahead === null) {
      if (latest - 1 > height) return { to: latest - 1, latest, requestsAhead: REQUESTS_AHEAD.front };
      await waitAtTip(run, latest);
    } else if (ahead.position.height > height) {
      return { to: ahead.position.height, latest, requestsAhead: REQUESTS_AHEAD.catchingUp };
    } else if (ahead.writing === null) {
      lanes.join(lane, ahead);
      return null;
    } else {
      await ahead.writing.catch(() => undefined);
    }
  }
}

/** Waits for the node's next block. A node that fell far behind may serve another chain by now. */
async function waitAtTip(
  { database, client, signal, limits, lane, teller }: Run,
  latest: number,
): Promise<void> {
  const { height } = lane.position;
  if (latest < height) {
    await checkChain(database, client, height + 1, { signal });
    await teller.waits(nodeBehind({ url: client.url, latest, indexed: height }));
  } else {
    await teller.atTip(latest);
  }
  await Promise.all([
    client.nextBlock(Math.max(latest, height + 1), { withinMs: limits.pollMs, signal }),
    sleep(SHORTEST_WAIT_MS, undefined, { signal }),
  ]);
}

/** Writes a batch for all who stand in the lane now. */
async function write(run: Run, blocks: readonly SealedBlock[]): Promise<void> {
  const { lane } = run;
  lane.writing = taken(run, [...lane.projections], blocks);
  try {
    await lane.writing;
  } finally {
    lane.writing = null;
  }
}

async function taken(
  run: Run,
  projections: Lane['projections'],
  blocks: readonly SealedBlock[],
): Promise<void> {
  await writeBatch(run, projections, await askAhead(run, projections, blocks));
  const last = blocks.at(-1);
  if (last !== undefined) run.lane.position = { height: last.block.height, hash: last.block.hash };
}
