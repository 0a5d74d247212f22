import { printable } from '@madang/errors';
import { formatOffset } from '../timestamp.ts';
import type { Entry } from './entry.ts';
import type { OldLog } from './read-entries.ts';

/** Seconds by which the three stamps of an entry may differ before somebody should be told. */
const SLACK_S = 5;

/** What an old log does not tell, or tells wrongly, and what was made of it; for people. */
export function notesOn({ form, entries, unread }: OldLog, pooled: boolean): string[] {
  return [
    `${form} of psycopg-test, which names its files by function and date: runs of one day may be mixed.`,
    'Failed queries were logged as if they had succeeded, so every outcome is unknown.',
    'Durations are differences of the wall clock, and include whatever the program did around the query.',
    ...noteOnPool(pooled),
    ...noteOnMachine(entries),
    ...noteOnStamps(entries),
    ...noteOnClock(entries),
    ...noteOnUnread(unread),
  ];
}

function noteOnPool(pooled: boolean): string[] {
  if (!pooled) return [];
  return [
    'A pool was built for each query. In its mode "multi" one record is a whole batch, in its mode "single" one query: the file does not tell which.',
  ];
}

function noteOnMachine(entries: readonly Entry[]): string[] {
  const offsets = new Set(
    entries.flatMap(({ start, end }) => [start.machineOffset ?? [], end.machineOffset ?? []].flat()),
  );
  if (offsets.size === 0) return [];
  const told = [...offsets].map(formatOffset).join(', ');
  return [
    `The seconds of start and end are those of an epoch, off by the zone of the machine (${told} to UTC); they were mended.`,
  ];
}

function noteOnStamps(entries: readonly Entry[]): string[] {
  const apart = entries.filter(({ now, start, end }) => {
    const second = now.instant / 1e6;
    return second < start.second - SLACK_S || second > end.second + SLACK_S;
  });
  if (apart.length === 0) return [];
  return [
    `In ${apart.length} records the stamp now is more than ${SLACK_S} s away from start and end; now was kept.`,
  ];
}

function noteOnClock(entries: readonly Entry[]): string[] {
  const backwards = entries.filter(({ time }) => time < 0);
  if (backwards.length === 0) return [];
  return [`In ${backwards.length} records the wall clock went backwards; their durations are left out.`];
}

function noteOnUnread(unread: readonly string[]): string[] {
  const [first] = unread;
  if (first === undefined) return [];
  return [`${unread.length} pieces are no record and were left out, the first: ${printable(first, 80)}`];
}
