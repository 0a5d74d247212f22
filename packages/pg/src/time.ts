// The calendar repeats every 400 years; Date counts within one such cycle from 1970 on, and the cycles are added to the year.
const CYCLE_YEARS = 400;
const CYCLE_MICROS = 146_097n * 86_400_000_000n;

/**
 * Microseconds since the Unix epoch as RFC 3339 in UTC with six fraction digits: `2026-11-24T07:02:11.482123Z`. Years outside
 * 0000–9999 have a sign and six digits, as in JavaScript.
 */
export function formatTimestamp(micros: bigint): string {
  const within = ((micros % CYCLE_MICROS) + CYCLE_MICROS) % CYCLE_MICROS;
  const iso = new Date(Number(within / 1000n)).toISOString();
  const year = Number(iso.slice(0, 4)) + CYCLE_YEARS * Number((micros - within) / CYCLE_MICROS);
  return `${formatYear(year)}${iso.slice(4, -1)}${String(within % 1000n).padStart(3, '0')}Z`;
}

const POSTGRES = /^(\d{4,6})(-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00( BC)?$/;

/** PostgreSQL's text of a timestamptz in a UTC session, as {@link formatTimestamp} writes it; `infinity` stays. */
export function readTimestamp(text: string): string {
  const match = POSTGRES.exec(text);
  if (match === null) return text;
  const [, year = '', day = '', clock = '', fraction = '', beforeChrist] = match;
  // 1 BC is the year 0000 of ISO 8601.
  const isoYear = beforeChrist === undefined ? Number(year) : 1 - Number(year);
  return `${formatYear(isoYear)}${day}T${clock}.${fraction.padEnd(6, '0')}Z`;
}

function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}
