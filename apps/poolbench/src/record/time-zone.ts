import { near } from '@madang/config';
import { unknownTimeZone } from './record.errors.ts';

/** A place's rules of time. */
export interface TimeZone {
  /** IANA name: `Asia/Seoul`, `UTC`. */
  readonly name: string;
  /**
   * How far its clocks are ahead of UTC at an instant, summer time included.
   *
   * @param instant microseconds since the Unix epoch
   * @returns whole minutes: 540 for Seoul, 345 for Kathmandu
   */
  offsetAt(instant: number): number;
}

// Since 1973 offsets have changed at full quarter hours only. Asking for one costs 10 µs, and records come close together.
const QUARTER_HOUR = 900_000_000;

/** The zone of that name. Throws POOLBENCH_UNKNOWN_TIME_ZONE, with names that may have been meant. */
export function timeZone(name: string): TimeZone {
  const formatter = formatterOf(name) ?? fail(name);
  let known = { quarter: NaN, offset: 0 };
  return {
    name: spelling(name, formatter),
    offsetAt(instant) {
      const quarter = Math.floor(instant / QUARTER_HOUR);
      if (known.quarter !== quarter) known = { quarter, offset: offsetIn(formatter, instant) };
      return known.offset;
    },
  };
}

/** The names that this Node knows, aliases aside. */
export function timeZoneNames(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

function formatterOf(name: string): Intl.DateTimeFormat | undefined {
  // An offset such as +09:00 is no place: it knows no summer time.
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

// Names are found whatever their case. An alias such as Asia/Kolkata stays what it was called.
function spelling(name: string, formatter: Intl.DateTimeFormat): string {
  const { timeZone } = formatter.resolvedOptions();
  return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
}

function offsetIn(formatter: Intl.DateTimeFormat, instant: number): number {
  const parts = formatter.formatToParts(Math.floor(instant / 1000));
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  // "GMT" alone is UTC. Seconds, in the years of local mean time, have no place in RFC 3339 and are left out.
  const [, sign, hours = 0, minutes = 0] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function fail(name: string): never {
  throw unknownTimeZone({ zone: name, near: nearZones(name) });
}

// People name the whole ("Asia/Soul") or the place alone ("seoul", "New York").
function nearZones(name: string): string[] {
  const wanted = name.trim().replaceAll(' ', '_');
  const names = timeZoneNames();
  const places = near(placeOf(wanted), new Set(names.map(placeOf)));
  const byPlace = names.filter((zone) => places.includes(placeOf(zone)));
  return [...new Set([...near(wanted, names), ...byPlace])].slice(0, 3);
}

function placeOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
