/** One record of psycopg-test: a call of its query function. */
export interface Entry {
  /** When it was logged: the program wrote this stamp with the offset of its zone. */
  readonly now: {
    /** Microseconds since the Unix epoch. */ readonly instant: number;
    /** Minutes. */ readonly offset: number;
  };
  readonly start: OldStamp;
  readonly end: OldStamp;
  /** Seconds, the difference of two readings of the wall clock; therefore it can be negative. */
  readonly time: number;
}

/** What the program wrote as start and end: UTC, cut to whole seconds. */
export interface OldStamp {
  /** Seconds since the Unix epoch. */
  readonly second: number;
  /** Minutes by which the clock of its machine was ahead of UTC; null where the seconds were written as seconds. */
  readonly machineOffset: number | null;
}

/** Four texts as they stand in either form of the log. */
export interface RawEntry {
  readonly now: string;
  readonly start: string;
  readonly end: string;
  readonly time: string;
}

/** Understands an entry; undefined when it is not one. */
export function readEntry({ now, start, end, time }: RawEntry): Entry | undefined {
  const stamps = { now: readNow(now), start: readStamp(start), end: readStamp(end) };
  if (stamps.now === undefined || stamps.start === undefined || stamps.end === undefined) return undefined;
  if (!/^-?\d+(\.\d+)?(e-?\d+)?$/.test(time)) return undefined;
  return { now: stamps.now, start: stamps.start, end: stamps.end, time: Number(time) };
}

/** `str()` of a Python datetime with a zone; the fraction is missing when it is zero. */
const PYTHON_DATETIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{6}))?([+-]\d\d:\d\d)$/;

function readNow(text: string): Entry['now'] | undefined {
  const [, date, time, fraction = '0', zone = ''] = PYTHON_DATETIME.exec(text) ?? [];
  const millisecond = Date.parse(`${date}T${time}${zone}`);
  if (Number.isNaN(millisecond)) return undefined;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return {
    instant: millisecond * 1000 + Number(fraction),
    offset: zone.startsWith('-') ? -minutes : minutes,
  };
}

/** Seconds are two digits, or, where the program wrote `%s` for `%S`, all seconds of an epoch: `18:55:1795373751`. */
const STAMP = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d):(\d\d|\d{9,11})$/;

function readStamp(text: string): OldStamp | undefined {
  const [, date, time, seconds = ''] = STAMP.exec(text) ?? [];
  const minute = Date.parse(`${date}T${time}Z`) / 1000;
  if (Number.isNaN(minute)) return undefined;
  // That epoch is off by the machine's own zone, since %s takes the time for a local one. Its seconds are right all the same.
  const second = minute + (Number(seconds) % 60);
  return { second, machineOffset: seconds.length === 2 ? null : (second - Number(seconds)) / 60 };
}
