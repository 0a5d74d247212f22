import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceUnprintable } from '@madang/errors';
import { createLogFile, reasonOf } from './log-file.ts';
import { logClosed, logUnwritable } from './record.errors.ts';
import type { LogRecord, RecordDraft } from './schema/record.schema.ts';
import { sealRecord } from './seal.ts';
import { secretCutter } from './secrets.ts';
import { timeZone } from './time-zone.ts';
import { processClock, type Clock } from './timestamp.ts';
import { ulid } from './ulid.ts';

export interface LogSettings {
  /** Made when it is not there. */
  readonly folder: string;
  /** IANA name of the zone in which the times of the log are written. */
  readonly timezone: string;
  /** Passwords that must not be in the log, wherever they turn up. */
  readonly secrets?: readonly string[];
  /** The clock of this process unless told. */
  readonly clock?: Clock;
}

/** The log of one run: JSON Lines in a file of its own. */
export interface LogWriter {
  /** ULID. */
  readonly runId: string;
  readonly path: string;
  /**
   * Writes a record at its turn; the time is that of the call. Throws POOLBENCH_RECORD_REFUSED, …_LOG_CLOSED,
   * …_LOG_DISK_FULL or …_LOG_UNWRITABLE; what was written before stays whole.
   *
   * @returns the record as it will be read again
   */
  write(draft: RecordDraft): Promise<LogRecord>;
  /** The record that a draft would become, stamped like the others but not written: for a run whose log cannot grow any more. */
  seal(draft: RecordDraft): LogRecord;
  /** Waits for all records, puts them onto the disk (fsync) and closes the file. More than once does no harm. */
  close(): Promise<void>;
}

/**
 * Begins the log of a run, in a new file `poolbench-20261122T103031Z-<run id>.jsonl`.
 * Throws POOLBENCH_UNKNOWN_TIME_ZONE, POOLBENCH_LOG_….
 *
 * ```ts
 * const log = await openLog({ folder: 'runs', timezone: 'Asia/Seoul', secrets: [password] });
 * await log.write({ type: 'verdict', arm: 'pool-10', … });
 * await log.close();
 * ```
 */
export async function openLog(settings: LogSettings): Promise<LogWriter> {
  const { folder, timezone, secrets = [], clock = processClock } = settings;
  const zone = timeZone(timezone);
  const startedAt = Math.floor(clock() / 1000);
  const runId = ulid(startedAt, randomBytes(10));
  const path = join(folder, fileName(startedAt, runId));
  await makeFolder(folder);
  const file = await createLogFile(path);

  const run = { runId, zone, cut: secretCutter(secrets) };
  let seq = 0;
  let last: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  const seal = (draft: RecordDraft): LogRecord => {
    const record = sealRecord(run, seq, clock(), draft);
    seq += 1;
    return record;
  };
  return {
    runId,
    path,
    seal,
    async write(draft) {
      if (closing !== undefined) throw logClosed({ path, type: draft.type });
      const record = seal(draft);
      await inTurn(() => file.append(lineOf(record)));
      return record;
    },
    close() {
      closing ??= inTurn(() => file.close());
      return closing;
    },
  };
}

function fileName(milliseconds: number, runId: string): string {
  const time = new Date(milliseconds).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return `poolbench-${time}Z-${runId}.jsonl`;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw logUnwritable({ path: folder, reason: reasonOf(error) }, error);
  }
}

// What a terminal could take for a command is escaped, and means the same as before. Outside of strings there is none.
function lineOf(record: LogRecord): string {
  const escaped = replaceUnprintable(JSON.stringify(record), (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
  return `${escaped}\n`;
}
