import { createHash } from 'node:crypto';
import { forerunnerLogUnreadable } from '../record.errors.ts';
import type { LogRecord } from '../schema/record.schema.ts';
import { sealRecord } from '../seal.ts';
import { secretCutter } from '../secrets.ts';
import { ulid } from '../ulid.ts';
import { draftsOf } from './drafts.ts';
import type { Entry } from './entry.ts';
import { guessZone } from './guess-zone.ts';
import { notesOn } from './notes.ts';
import { readEntries } from './read-entries.ts';

/** An old log in the form of the new ones. */
export interface ConvertedLog {
  /** One run of one cell: `run_start`, `cell_start`, a `sample` for each old record, `cell_end`, `run_end`. */
  readonly records: readonly LogRecord[];
  /** Whether the zone was guessed, what was left out, what the old log cannot tell; also in `run_start`. */
  readonly notes: readonly string[];
}

/**
 * Converts a log of psycopg-test. The same file always gives the same records, ids included.
 * Throws POOLBENCH_FORERUNNER_LOG_UNREADABLE, and POOLBENCH_UNKNOWN_TIME_ZONE for a zone that was told.
 *
 * @param log its name (which tells the function that was measured), its text, and the zone of the settings if they are known
 */
export function convertForerunnerLog(log: { file: string; text: string; timezone?: string }): ConvertedLog {
  const { file, text, timezone } = log;
  const old = readEntries(text);
  const [first] = old.entries;
  if (first === undefined) throw forerunnerLogUnreadable({ file, reason: old.unread[0] ?? 'it is empty' });

  const run = { ...measured(file), file, ...guessZone(old.entries, timezone) };
  const notes = [run.note, ...notesOn(old, run.pooled)];
  const stamp = { runId: idOf(text, first), zone: run.zone, cut: secretCutter([]) };
  const records = draftsOf(run, old.entries, notes).map(({ draft, instant }, seq) =>
    sealRecord(stamp, seq, instant, draft),
  );
  return { records, notes };
}

/** `pg_query-2019-11-08`, `pg_query_pool2019-11-08`, `pg_query_pool/2019-11-08`, with `.csv` or nothing at the end. */
const FILE = /(pg_query(?:_pool)?)[-/]?(?:\d{4}-\d\d-\d\d)?(?:\.csv)?$/;

function measured(file: string): { name: string; pooled: boolean } {
  const name = FILE.exec(file)?.[1] ?? 'psycopg-test';
  return { name, pooled: name !== 'pg_query' };
}

// By its time the id sorts among those of new runs; by the content it is the same each time.
function idOf(text: string, first: Entry): string {
  const digest = createHash('sha256').update(text).digest();
  return ulid(first.now.instant / 1000, digest.subarray(0, 10));
}
