import type { z } from 'zod';
import { toPlain } from './plain.ts';
import { recordRefused } from './record.errors.ts';
import { VERSION } from './schema/envelope.schema.ts';
import { LogRecord, type RecordDraft } from './schema/record.schema.ts';
import { textIn } from './text-in.ts';
import type { TimeZone } from './time-zone.ts';
import { formatTimestamp } from './timestamp.ts';
import { unknownFields } from './unknown-fields.ts';

/** What the records of one run have in common. */
export interface RunStamp {
  /** ULID. */
  readonly runId: string;
  readonly zone: TimeZone;
  /** Cuts secrets out of text. */
  cut(text: string): string;
}

/**
 * Makes a record of a draft: stamped, checked, without secrets, exactly as it will be read again.
 * Throws POOLBENCH_RECORD_REFUSED for a draft with a field that is missing, wrong or unknown.
 *
 * @param seq 0, 1, 2, … within the run
 * @param instant microseconds since the Unix epoch, from one reading of the clock
 */
export function sealRecord(run: RunStamp, seq: number, instant: number, draft: RecordDraft): LogRecord {
  const { value, nulls } = toPlain({ ...draft, ...stampOf(run, seq, instant) });
  const given = withReasons(value as Partial<LogRecord>, nulls);
  const { success, data, error } = LogRecord.safeParse(given);
  const faults = success
    ? unknownFields(given, data).map((path) => `${path}: unknown field`)
    : error.issues.map(faultOf);
  if (!success || faults.length > 0)
    throw recordRefused({ type: run.cut(draft.type), faults: faults.map(run.cut) });
  return withoutSecrets(data, run.cut);
}

function stampOf({ runId, zone }: RunStamp, seq: number, instant: number) {
  const event_id = `${runId}-${String(seq).padStart(8, '0')}`;
  return { v: VERSION, run_id: runId, event_id, seq, ts: formatTimestamp(instant, zone), tz: zone.name };
}

// A reason that the maker of the draft gives is better than ours.
function withReasons(record: Partial<LogRecord>, found: Readonly<Record<string, string>>): object {
  return Object.keys(found).length === 0 ? record : { ...record, nulls: { ...found, ...record.nulls } };
}

function faultOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.map(String).join('.')}: ${message}`;
}

/** Where text of any origin is, by the type of the record. */
const TEXT_IN = new Map(LogRecord.options.map((schema) => [schema.shape.type.value, textIn(schema)]));

function withoutSecrets(record: LogRecord, cut: RunStamp['cut']): LogRecord {
  const text = TEXT_IN.get(record.type);
  return text === undefined ? record : (text(record, cut) as LogRecord);
}
