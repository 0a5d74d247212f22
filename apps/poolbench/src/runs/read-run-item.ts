import type { LogRecord } from '../record/schema/record.schema.ts';
import type { RunStart } from '../record/schema/run.schema.ts';
import { readEnds, type EndsOfFile } from './ends-of-file.ts';
import { recordIn } from './record-in.ts';
import type { RunFile } from './run-files.ts';
import type { RunItem, RunState } from './runs.schema.ts';

/** A log that nothing was added to for so long is that of a run that was killed: even a pause between cells is shorter. */
const LONGEST_SILENCE_MS = 60_000;

/**
 * What the first and the last line of a log tell of its run. A file that is no log is told, and never thrown.
 *
 * @param now milliseconds since the Unix epoch
 */
export async function readRunItem(file: RunFile, now: number): Promise<RunItem> {
  try {
    return itemOf(file, await readEnds(file.path), now);
  } catch {
    return { ...unknown(file), state: 'unreadable', problem: 'unreadable' };
  }
}

/** Whether a log was added to so lately that its run may go on. */
export function isFresh(changedAt: number, now: number): boolean {
  return now - changedAt < LONGEST_SILENCE_MS;
}

function itemOf(file: RunFile, { first, last, bytes, changedAt }: EndsOfFile, now: number): RunItem {
  const item = { ...unknown(file), bytes };
  const fresh = isFresh(changedAt, now);
  // Between the making of the file and its first record.
  if (first === null && fresh) return { ...item, state: 'running' };
  const start = first === null ? null : recordIn(first);
  if (start?.type !== 'run_start') return { ...item, state: 'unreadable', problem: 'no-run' };
  if (start.run_id !== file.id) return { ...item, state: 'unreadable', problem: 'other-run' };
  const newest = last === null ? null : recordIn(last);
  const end = newest?.type === 'run_end' ? newest : null;
  return {
    ...item,
    ...factsOf(start),
    state: end?.reason ?? silentState(fresh),
    seconds: end === null ? secondsBetween(start, newest) : (end.duration_s ?? secondsBetween(start, end)),
    cells: end === null ? null : Number(end.cells),
  };
}

function silentState(fresh: boolean): RunState {
  return fresh ? 'running' : 'killed';
}

function factsOf({ ts, plan, server, imported }: RunStart) {
  return {
    startedAt: ts,
    plan: plan.name,
    serverVersion: server?.version ?? null,
    scratch: server?.scratch ?? null,
    importedFrom: imported?.tool ?? null,
  };
}

// By the wall clock: the log has no other one for the whole of a run that did not end.
function secondsBetween(start: RunStart, newest: LogRecord | null): number | null {
  return newest === null ? null : Math.max(0, (Date.parse(newest.ts) - Date.parse(start.ts)) / 1000);
}

function unknown({ id, startedAt }: RunFile): RunItem {
  return {
    id,
    startedAt,
    state: 'unreadable',
    plan: null,
    serverVersion: null,
    scratch: null,
    seconds: null,
    cells: null,
    importedFrom: null,
    bytes: 0,
    problem: null,
  };
}
