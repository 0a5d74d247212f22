import { CodedError, explain } from '@madang/errors';
import { createPace } from './pace.ts';
import type { NodeClient } from '@madang/icon/client';
import type { Database } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import type { SealedBlock } from './projection.ts';
import { rowsOf } from './rows-of.ts';
import { writeStatus, type EngineStatus, type WaitingFor } from './status.ts';

/** Tells what the engine does: at once when the state changes, else once a second. */
export interface Teller {
  wrote(batch: readonly SealedBlock[], latest: number): Promise<void>;
  atTip(latest: number, height: number): Promise<void>;
  trouble(error: unknown, mayPass: boolean): Promise<void>;
  end(): void;
}

export interface TellerOptions {
  readonly database: Database;
  readonly client: NodeClient;
  readonly channel: string;
  readonly log: Logger;
  /** Told each time the status is written. */
  readonly onStatus?: (status: EngineStatus, height: number) => void;
}

const EVERY_MS = 1000;
/** The client repeats a request by itself; when nothing was written for this long meanwhile, that is worth telling. */
const QUIET_MS = 2000;

export function createTeller({ database, channel, client, log, onStatus }: TellerOptions): Teller {
  const pace = createPace();
  let told = { at: 0, key: '' };
  let known: { latest: number | null; height: number; at: number } = {
    latest: null,
    height: -1,
    at: Date.now(),
  };
  const watch = setInterval(() => void tellOfWaiting(), EVERY_MS);

  async function tell(status: EngineStatus): Promise<void> {
    const key = `${status.state} ${status.waitingFor ?? ''}`;
    if (key === told.key && Date.now() - told.at < EVERY_MS) return;
    told = { at: Date.now(), key };
    onStatus?.(status, known.height);
    try {
      await writeStatus(database, channel, status);
    } catch (error) {
      // The status is for people; what it is about goes on, or fails by itself.
      log.debug({ reason: explain(error) }, 'status not written');
    }
  }

  async function tellOfWaiting(): Promise<void> {
    const { waitingReason, waitingFor } = client.state();
    if (waitingReason === null || Date.now() - known.at < QUIET_MS) return;
    await tell({
      ...nothing,
      state: 'waiting',
      waitingFor: waitingReason,
      reason: waitingFor,
      nodeHeight: known.latest,
    });
  }

  async function atTip(latest: number, height: number): Promise<void> {
    known = { latest, height, at: Date.now() };
    await tell({
      ...nothing,
      state: 'live',
      waitingFor: 'tip',
      nodeHeight: latest,
      rowsPerSecond: pace.rowsPerSecond(),
    });
  }

  return {
    async wrote(batch, latest) {
      pace.add(
        batch.reduce((sum, sealed) => sum + rowsOf(sealed), 0),
        batch.length,
      );
      const height = batch.at(-1)?.block.height ?? known.height;
      const left = latest - 1 - height;
      if (left <= 0) return atTip(latest, height);
      known = { latest, height, at: Date.now() };
      const seconds = pace.secondsFor(left);
      await tell({
        state: 'backfill',
        waitingFor: client.state().waitingReason,
        reason: null,
        nodeHeight: latest,
        rowsPerSecond: pace.rowsPerSecond(),
        eta: seconds === null ? null : new Date(Date.now() + seconds * 1000),
      });
    },
    atTip,
    async trouble(error, mayPass) {
      const state = mayPass ? 'waiting' : 'stopped';
      const waitingFor = mayPass ? waitingForOf(error) : null;
      await tell({ ...nothing, state, waitingFor, reason: explain(error), nodeHeight: known.latest });
    },
    end: () => clearInterval(watch),
  };
}

const nothing = { waitingFor: null, reason: null, rowsPerSecond: null, eta: null } as const;

function waitingForOf(error: unknown): WaitingFor {
  if (!(error instanceof CodedError)) return 'node';
  if (error.code.startsWith('PG_')) return 'database';
  return error.code === 'NODE_BUSY' && error.details['limited'] === true ? 'rate-limit' : 'node';
}
