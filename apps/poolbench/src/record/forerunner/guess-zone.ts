import { timeZone, timeZoneNames, type TimeZone } from '../time-zone.ts';
import { formatOffset } from '../timestamp.ts';
import type { Entry } from './entry.ts';

/** A zone for times of which only the offsets are known. */
export interface ZoneGuess {
  readonly zone: TimeZone;
  /** False when the zone was told and the file agrees. */
  readonly guessed: boolean;
  /** How it was found, for people. */
  readonly note: string;
}

/** Tried first: UTC, the zone that psycopg-test came with, and the most peopled one of each rule that many zones share. */
const LIKELY = [
  'UTC',
  'Asia/Seoul',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Australia/Sydney',
];

/**
 * Finds a zone whose clocks had, at every stamp, the offset that stands there: the one that was told, a likely one, then any other.
 * Where none fits, the times are given in UTC; the instants are right in any case.
 *
 * @param told the zone of the program's settings, where they are known
 */
export function guessZone(entries: readonly Entry[], told?: string): ZoneGuess {
  const stamps = distinctStamps(entries);
  const fits = (name: string): boolean => {
    const zone = timeZone(name);
    return stamps.every(({ instant, offset }) => zone.offsetAt(instant) === offset);
  };
  if (told !== undefined && fits(told))
    return { zone: timeZone(told), guessed: false, note: `The times are those of ${told}, as was told.` };

  const fitting = [...new Set([...LIKELY, ...timeZoneNames()])].filter(fits);
  const offsets = [...new Set(stamps.map(({ offset }) => formatOffset(offset)))].join(' and ');
  const why = told === undefined ? '' : ` ${told} was told, but had other offsets then.`;
  const [name] = fitting;
  if (name === undefined)
    return {
      zone: timeZone('UTC'),
      guessed: true,
      note: `No zone fits the offsets ${offsets}; the times are given in UTC.${why}`,
    };
  return {
    zone: timeZone(name),
    guessed: true,
    note: `The zone ${name} is guessed from the offsets ${offsets}; ${fitting.length - 1} others would fit as well.${why}`,
  };
}

// Offsets change at full quarter hours.
function distinctStamps(entries: readonly Entry[]): Entry['now'][] {
  const keyOf = ({ instant, offset }: Entry['now']) => `${Math.floor(instant / 900_000_000)} ${offset}`;
  return [...new Map(entries.map(({ now }) => [keyOf(now), now])).values()];
}
