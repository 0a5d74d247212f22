import { rm } from 'node:fs/promises';
import type { LogWriter } from '../record/log-writer.ts';
import { logDiskFull, logUnwritable } from '../record/record.errors.ts';
import type { LogRecord, RecordDraft } from '../record/schema/record.schema.ts';

/** Keeps the records of a run, in memory for the report and in the log for later. */
export interface Recorder {
  readonly runId: string;
  /** All records up to now, exactly as the log has them. */
  records(): readonly LogRecord[];
  write(draft: RecordDraft): Promise<LogRecord>;
  /** Why the log ends before the run did; null as long as it does not. */
  broken(): Error | null;
  close(): Promise<void>;
  /** Closes the log, and removes it when it holds nothing that was measured. */
  discard(): Promise<void>;
}

export interface RecorderOptions {
  readonly log: LogWriter;
  /** Told of each record, such as to count it. */
  readonly onRecord?: (record: LogRecord) => void;
  /** Told once, when the log cannot be written any more. */
  readonly onBroken?: (error: Error) => void;
}

/**
 * Writes each record to the log. When the disk is full, what follows is kept in memory alone: the run can end in order and its
 * report be read.
 */
export function createRecorder({ log, onRecord, onBroken }: RecorderOptions): Recorder {
  const records: LogRecord[] = [];
  let broken: Error | null = null;
  const seal = async (draft: RecordDraft): Promise<LogRecord> => {
    if (broken === null) {
      try {
        return await log.write(draft);
      } catch (error) {
        if (!logDiskFull.is(error) && !logUnwritable.is(error)) throw error;
        broken = error;
        onBroken?.(error);
      }
    }
    return log.seal(draft);
  };
  return {
    runId: log.runId,
    records: () => records,
    async write(draft) {
      const record = await seal(draft);
      records.push(record);
      onRecord?.(record);
      return record;
    },
    broken: () => broken,
    async close() {
      try {
        await log.close();
      } catch (error) {
        // A file that could not be written cannot be closed in order; that was told already.
        if (broken === null) throw error;
      }
    },
    async discard() {
      await log.close();
      if (records.length === 0) await rm(log.path, { force: true });
    },
  };
}
