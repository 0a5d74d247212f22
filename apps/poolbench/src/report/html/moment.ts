import type { Say } from './html.words.ts';
import { parseTimestamp } from '../../record/timestamp.ts';
import type { LogRecord } from '../../record/schema/record.schema.ts';

/** A moment as its record tells it, whatever the machine that reads: `2026-11-26 12:38:07 +09:00 (Asia/Seoul)`. */
export function momentText({ ts, tz }: Pick<LogRecord, 'ts' | 'tz'>): string {
  return `${ts.slice(0, 10)} ${ts.slice(11, 19)} ${ts.slice(-6)} (${tz})`;
}

/** `2 min 23 s`: two units are enough. */
export function spanText(seconds: number, t: Say): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  if (hours > 0) return t('hours', { hours, minutes });
  return minutes > 0 ? t('minutes', { minutes, seconds: whole % 60 }) : t('seconds', { seconds: whole });
}

/** Seconds from the first record to the last one. */
export function secondsOf(records: readonly LogRecord[]): number {
  const instants = [records[0], records.at(-1)].map((record) =>
    record === undefined ? 0 : parseTimestamp(record.ts),
  );
  const [first = 0, last = 0] = instants;
  return (last - first) / 1_000_000;
}
