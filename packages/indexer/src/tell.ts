import { CodedError, explain } from '@madang/errors';
import type { Engine, StatusNews } from './options.ts';
import { writeStatus, type EngineStatus, type WaitingFor } from './status.ts';

/** Tells what is done, to the one who runs the engine and to all who read the status. */
export async function tell(
  { database, channel, log, onStatus }: Engine,
  { projections, height, status }: StatusNews,
): Promise<void> {
  onStatus?.({ projections, height, status });
  try {
    await writeStatus(database, channel, projections, status);
  } catch (error) {
    // The status is for people; what it is about goes on, or fails by itself.
    log.debug({ reason: explain(error) }, 'status not written');
  }
}

/** A status of which nothing is known but the state. */
export const nothing = {
  waitingFor: null,
  reason: null,
  nodeHeight: null,
  rowsPerSecond: null,
  eta: null,
} as const;

/** Trouble is waited out. */
export function waiting(error: unknown): EngineStatus {
  return { ...nothing, state: 'waiting', waitingFor: waitingForOf(error), reason: explain(error) };
}

/** Trouble has ended it. */
export function stopped(error: unknown): EngineStatus {
  return { ...nothing, state: 'stopped', reason: explain(error) };
}

function waitingForOf(error: unknown): WaitingFor {
  if (!(error instanceof CodedError)) return 'node';
  if (error.code.startsWith('PG_')) return 'database';
  return error.code === 'NODE_BUSY' && error.details['limited'] === true ? 'rate-limit' : 'node';
}
