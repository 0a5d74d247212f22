import { describe, expect, it } from 'vitest';
import { timeZone } from './time-zone.ts';
import { formatTimestamp, parseTimestamp, processClock } from './timestamp.ts';

/** Writes an instant in a zone. */
function written(utc: string, zone: string): string {
  return formatTimestamp(parseTimestamp(utc), timeZone(zone));
}

describe('an instant in a zone', () => {
  it('has the offset of Seoul, nine hours all year', () => {
    expect(written('2026-11-22T10:30:31.123456+00:00', 'Asia/Seoul')).toBe(
      '2026-11-22T19:30:31.123456+09:00',
    );
    expect(written('2026-07-01T15:00:00.000000+00:00', 'Asia/Seoul')).toBe(
      '2026-07-02T00:00:00.000000+09:00',
    );
  });

  it('changes in New York when summer time begins: from 01:59 to 03:00', () => {
    expect(written('2026-03-08T06:59:59.999999+00:00', 'America/New_York')).toBe(
      '2026-03-08T01:59:59.999999-05:00',
    );
    expect(written('2026-03-08T07:00:00.000000+00:00', 'America/New_York')).toBe(
      '2026-03-08T03:00:00.000000-04:00',
    );
  });

  it('tells the two hours apart that New York has twice when summer time ends', () => {
    expect(written('2026-11-01T05:30:00.000001+00:00', 'America/New_York')).toBe(
      '2026-11-01T01:30:00.000001-04:00',
    );
    expect(written('2026-11-01T06:30:00.000001+00:00', 'America/New_York')).toBe(
      '2026-11-01T01:30:00.000001-05:00',
    );
  });

  it('knows offsets of three quarters of an hour (Kathmandu)', () => {
    expect(written('2026-11-22T10:30:31.000000+00:00', 'Asia/Kathmandu')).toBe(
      '2026-11-22T16:15:31.000000+05:45',
    );
  });

  it("knows Lord Howe's summer time of half an hour, on both change days", () => {
    const zone = 'Australia/Lord_Howe';
    expect(written('2026-04-04T14:59:59.999999+00:00', zone)).toBe('2026-04-05T01:59:59.999999+11:00');
    expect(written('2026-04-04T15:00:00.000000+00:00', zone)).toBe('2026-04-05T01:30:00.000000+10:30');
    expect(written('2026-10-03T15:29:59.999999+00:00', zone)).toBe('2026-10-04T01:59:59.999999+10:30');
    expect(written('2026-10-03T15:30:00.000000+00:00', zone)).toBe('2026-10-04T02:30:00.000000+11:00');
  });

  it('says +00:00 in UTC, not Z', () => {
    expect(written('2026-11-22T10:30:31.000120+00:00', 'UTC')).toBe('2026-11-22T10:30:31.000120+00:00');
  });

  it('is a quarter of an hour west of nowhere: negative offsets with minutes (Newfoundland)', () => {
    expect(written('2026-01-01T00:00:00.000000+00:00', 'America/St_Johns')).toBe(
      '2025-12-31T20:30:00.000000-03:30',
    );
  });

  it('keeps microseconds before 1970', () => {
    expect(written('1969-12-31T23:59:59.999999+00:00', 'UTC')).toBe('1969-12-31T23:59:59.999999+00:00');
  });

  it('uses one zone for instants on both sides of a change, back and forth', () => {
    const zone = timeZone('America/New_York');
    const summer = parseTimestamp('2026-11-01T05:59:59.000000+00:00');
    const winter = parseTimestamp('2026-11-01T06:00:00.000000+00:00');
    expect([summer, winter, summer, winter].map((instant) => zone.offsetAt(instant))).toEqual([
      -240, -300, -240, -300,
    ]);
  });
});

it('reads what it wrote, to the microsecond, in every zone', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    for (const instant of [0, 1_771_000_000_123_456, 1_782_900_000_999_999]) {
      expect(parseTimestamp(formatTimestamp(instant, timeZone(zone)))).toBe(instant);
    }
  }
});

it('has a clock of whole microseconds that agrees with the wall clock and never runs backwards', () => {
  const readings = Array.from({ length: 1000 }, processClock);
  expect(readings.every(Number.isSafeInteger)).toBe(true);
  expect(readings).toEqual(readings.toSorted((a, b) => a - b));
  expect(Math.abs((readings[0] ?? NaN) / 1000 - Date.now())).toBeLessThan(5000);
});
