import type { Engine, StatusNews } from './options.ts';
import { createPace } from './pace.ts';
import type { SealedBlock } from './projection.ts';
import { rowsOf } from './rows-of.ts';
import type { EngineStatus } from './status.ts';
import { nothing, tell, waiting } from './tell.ts';

/** Tells what one lane does: at once when the state changes, else once a second. */
export interface Teller {
  wrote(batch: readonly SealedBlock[], latest: number): Promise<void>;
  atTip(latest: number): Promise<void>;
  /** Of trouble that is waited out. */
  waits(error: unknown): Promise<void>;
  /** Resolves when everything is told. */
  end(): Promise<void>;
}

const EVERY_MS = 1000;
/** The client repeats a request by itself; when nothing was written for this long meanwhile, that is worth telling. */
const QUIET_MS = 2000;

export function createTeller(
  engine: Engine,
  about: () => Pick<StatusNews, 'projections' | 'height'>,
): Teller {
  const { client } = engine;
  const pace = createPace();
  let told = { at: 0, key: '' };
  let activeAt = Date.now();
  let telling: Promise<void> = Promise.resolve();
  const watch = setInterval(() => void tellOfWaiting(), EVERY_MS);

  // One after the other, so that what was told last is what is read.
  function inOrder(status: EngineStatus): Promise<void> {
    telling = telling.then(() => now(status));
    return telling;
  }

  async function now(status: EngineStatus): Promise<void> {
    const key = `${status.state} ${status.waitingFor ?? ''}`;
    if (key === told.key && Date.now() - told.at < EVERY_MS) return;
    told = { at: Date.now(), key };
    await tell(engine, { ...about(), status });
  }

  async function tellOfWaiting(): Promise<void> {
    const { waitingReason, waitingFor } = client.state();
    if (waitingReason === null || Date.now() - activeAt < QUIET_MS) return;
    await inOrder({ ...nothing, state: 'waiting', waitingFor: waitingReason, reason: waitingFor });
  }

  async function atTip(latest: number): Promise<void> {
    activeAt = Date.now();
    const rowsPerSecond = pace.rowsPerSecond();
    await inOrder({ ...nothing, state: 'live', waitingFor: 'tip', nodeHeight: latest, rowsPerSecond });
  }

  return {
    async wrote(batch, latest) {
      const rows = batch.reduce((sum, sealed) => sum + rowsOf(sealed), 0);
      pace.add(rows, batch.length);
      const left = latest - 1 - about().height;
      if (left <= 0) return atTip(latest);
      activeAt = Date.now();
      const seconds = pace.secondsFor(left);
      await inOrder({
        state: 'backfill',
        waitingFor: client.state().waitingReason,
        reason: null,
        nodeHeight: latest,
        rowsPerSecond: pace.rowsPerSecond(),
        eta: seconds === null ? null : new Date(Date.now() + seconds * 1000),
      });
    },
    atTip,
    waits: (error) => inOrder(waiting(error)),
    end() {
      clearInterval(watch);
      return telling;
    },
  };
}
