import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { reasonOf } from './log-file.ts';
import { linesOf, type Line } from './log-lines.ts';
import { logCorrupt, logTooNew, logUnreadable } from './record.errors.ts';
import { VERSION } from './schema/envelope.schema.ts';
import { LogRecord } from './schema/record.schema.ts';

/** What a reader should be told of a log that could be read. */
export interface LogNotice {
  readonly kind: 'truncated' | 'unknown-type' | 'out-of-sequence';
  readonly line: number;
  /** For people. */
  readonly message: string;
}

/** A log as it was read. Without a record `run_end` its run was killed. */
export interface Log {
  readonly records: readonly LogRecord[];
  readonly notices: readonly LogNotice[];
}

/**
 * Reads a log. Fields that it does not know are dropped; a last line that was cut off, records of unknown types and gaps are told.
 * Throws POOLBENCH_LOG_UNREADABLE, …_CORRUPT (any other damaged line) or …_TOO_NEW.
 */
export async function readLog(path: string): Promise<Log> {
  const records: LogRecord[] = [];
  const notices: LogNotice[] = [];
  const sequence = createSequence();
  for await (const line of linesIn(path)) {
    const found = readLine(line, path);
    if ('kind' in found) notices.push(found);
    else {
      const gap = sequence.gapBefore(found);
      if (gap !== null) notices.push({ kind: 'out-of-sequence', line: line.number, message: gap });
      records.push(found);
    }
  }
  return { records, notices };
}

async function* linesIn(path: string): AsyncGenerator<Line> {
  try {
    yield* linesOf(createReadStream(path) as AsyncIterable<Buffer>);
  } catch (error) {
    throw logUnreadable({ path, reason: reasonOf(error) }, error);
  }
}

function readLine(line: Line, path: string): LogRecord | LogNotice {
  const json = parse(line.bytes);
  if (json === undefined && !line.ended) return truncated(line);
  const { success: isEnvelope, data: envelope } = Envelope.safeParse(json);
  if (!isEnvelope)
    throw logCorrupt({ path, line: line.number, reason: 'it is not a JSON object with v and type' });
  if (envelope.v !== VERSION) throw logTooNew({ path, line: line.number, version: envelope.v });
  if (!TYPES.has(envelope.type)) return unknownType(line, envelope.type);
  const { data, error } = LogRecord.safeParse(json);
  if (data === undefined)
    throw logCorrupt({ path, line: line.number, reason: z.prettifyError(error) }, error);
  return data;
}

/** What every version of the log has had and will have. */
const Envelope = z.object({ v: z.int(), type: z.string() });

const TYPES = new Set<string>(LogRecord.options.map(({ shape }) => shape.type.value));

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function truncated({ number, bytes }: Line): LogNotice {
  const message = `Line ${number}, the last one, was cut off after ${bytes.length} bytes and is left out: its run was killed while writing, or the disk was full.`;
  return { kind: 'truncated', line: number, message };
}

function unknownType({ number }: Line, type: string): LogNotice {
  const message = `Line ${number} is a record of the type ${type}, which this program does not know; it is left out.`;
  return { kind: 'unknown-type', line: number, message };
}

interface Sequence {
  /** What is wrong with the place of a record in its run; null when it follows the one before. */
  gapBefore(record: LogRecord): string | null;
}

function createSequence(): Sequence {
  const next = new Map<string, number>();
  return {
    gapBefore({ run_id, seq }) {
      const expected = next.get(run_id) ?? 0;
      next.set(run_id, seq + 1);
      return seq === expected ? null : `Record ${seq} of run ${run_id} stands where ${expected} should be.`;
    },
  };
}
