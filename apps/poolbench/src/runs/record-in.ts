import { LogRecord } from '../record/schema/record.schema.ts';

/** The record in a line; null for a line that holds none that this program knows. */
export function recordIn(line: string): LogRecord | null {
  try {
    return LogRecord.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
