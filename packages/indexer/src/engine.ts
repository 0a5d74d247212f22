import { explain } from '@madang/errors';
import { linkAbort } from '@madang/icon/client';
import { openCursors } from './cursors.ts';
import { mayPass } from './errors.ts';
import { runLane } from './lane.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { withLimits, type Engine, type EngineOptions } from './options.ts';
import { persist } from './persist.ts';
import { namesOf } from './projection.ts';
import type { EngineStatus } from './status.ts';
import { stopped, tell, waiting } from './tell.ts';

/**
 * Follows the chain until the signal ends it: fetches ahead in parallel, verifies, and writes batch after batch, each with
 * its cursors in one transaction. Trouble that may pass is waited out and told; what must not be written ends it.
 */
export async function runEngine(options: EngineOptions): Promise<void> {
  const engine = withLimits(options);
  const { database, log, signal, limits } = engine;
  const projections = namesOf(engine.projections);
  let lanes = createLanes([]);
  const tellAll = (status: EngineStatus): Promise<void> =>
    tell(engine, { projections, height: lanes.height, status });
  const work = async (onProgress: () => void): Promise<void> => {
    lanes = createLanes(await openCursors(database, engine.projections));
    await runLanes(engine, lanes, onProgress);
  };
  try {
    await persist(work, {
      signal,
      longestBackOffMs: limits.longestBackOffMs,
      passes: mayPass,
      async onTrouble(error, retryInMs) {
        log.warn({ reason: explain(error), retryInMs }, 'indexing waits');
        await tellAll(waiting(error));
      },
    });
  } catch (error) {
    await tellAll(stopped(error));
    throw error;
  }
}

/** All lanes at once, until one of them meets what it cannot wait out; then none goes on. */
async function runLanes(engine: Engine, lanes: Lanes, onProgress: () => void): Promise<void> {
  const end = linkAbort(engine.signal);
  const { signal } = end;
  const running = lanes.all.map((lane) => runLane({ ...engine, signal }, lanes, lane, onProgress));
  try {
    await Promise.all(running);
  } finally {
    end.release();
    end.abort();
    await Promise.allSettled(running);
  }
}
