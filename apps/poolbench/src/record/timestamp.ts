import type { TimeZone } from './time-zone.ts';

/** Reads the clock: whole microseconds since the Unix epoch. */
export type Clock = () => number;

/** The clock of this process: as precise as microseconds, and it never runs backwards. */
export const processClock: Clock = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

const SECOND = 1_000_000;
const MINUTE_MS = 60_000;

/**
 * RFC 3339 with the zone's offset at that instant and six digits: `2026-11-22T19:30:31.123456+09:00`; UTC is `+00:00`.
 *
 * @param instant whole microseconds since the Unix epoch
 */
export function formatTimestamp(instant: number, zone: TimeZone): string {
  const offset = zone.offsetAt(instant);
  const second = Math.floor(instant / SECOND);
  const local = new Date(second * 1000 + offset * MINUTE_MS).toISOString().slice(0, 19);
  return `${local}.${digits(instant - second * SECOND, 6)}${formatOffset(offset)}`;
}

/** The instant of such a text: whole microseconds since the Unix epoch. */
export function parseTimestamp(timestamp: string): number {
  const [, local = '', fraction = '', offset = ''] = TIMESTAMP.exec(timestamp) ?? [];
  return Date.parse(`${local}${offset}`) * 1000 + Number(fraction);
}

/** The one form in which the log writes instants. */
export const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{6})([+-]\d\d:\d\d)$/;

/** `+09:00`, `-03:30`, `+00:00`. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60), 2)}:${digits(size % 60, 2)}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
