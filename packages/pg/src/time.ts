const MICROS_PER_MILLI = 1000n;

/**
 * Microseconds since the Unix epoch as RFC 3339 in UTC with six fraction digits: `2026-11-24T07:02:11.482123Z`.
 * Years outside 0000–9999 are written as JavaScript writes them, with sign and six digits.
 */
export function formatTimestamp(micros: bigint): string {
  const withinMilli = ((micros % MICROS_PER_MILLI) + MICROS_PER_MILLI) % MICROS_PER_MILLI;
  const millis = Number((micros - withinMilli) / MICROS_PER_MILLI);
  return new Date(millis).toISOString().replace('Z', `${String(withinMilli).padStart(3, '0')}Z`);
}

const POSTGRES = /^(\d{4,6})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00( BC)?$/;

/** PostgreSQL's text of a timestamptz in a UTC session, as {@link formatTimestamp} writes it; `infinity` stays. */
export function readTimestamp(text: string): string {
  const match = POSTGRES.exec(text);
  if (match === null) return text;
  const [, year = '', month = '', day = '', clock = '', fraction = '', bc] = match;
  return `${isoYear(year, bc !== undefined)}-${month}-${day}T${clock}.${fraction.padEnd(6, '0')}Z`;
}

// 1 BC is the year 0000 of ISO 8601.
function isoYear(year: string, beforeChrist: boolean): string {
  if (!beforeChrist) return year.length === 4 ? year : `+${year.padStart(6, '0')}`;
  const astronomical = Number(year) - 1;
  return astronomical === 0 ? '0000' : `-${String(astronomical).padStart(6, '0')}`;
}
