import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAge, formatTime } from './time.ts';

const NOW = Date.parse('2026-11-24T07:02:12.482Z');
const before = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

describe('formatAge', () => {
  it.each([
    [0, '방금', 'just now'],
    [3, '3초 전', '3 s ago'],
    [59.9, '59초 전', '59 s ago'],
    [60, '1분 전', '1 min ago'],
    [7200, '2시간 전', '2 h ago'],
    [86_400, '1일 전', '1 d ago'],
    [86_400 * 62, '2개월 전', '2 mo ago'],
    [86_400 * 800, '2년 전', '2 y ago'],
    [-90, '1분 뒤', 'in 1 min'],
  ])('of %d seconds is said in both languages', (seconds, ko, en) => {
    expect(formatAge(before(seconds), NOW, 'ko')).toBe(ko);
    expect(formatAge(before(seconds), NOW, 'en')).toBe(en);
  });
});

describe('formatTime', () => {
  it('shows the zone asked for, its offset, and the fraction as it was written', () => {
    const time = '2026-11-24T07:02:11.482123Z';
    expect(formatTime(time, 'Asia/Seoul')).toBe('2026-11-24 16:02:11.482 +09:00');
    expect(formatTime(time, 'UTC', 6)).toBe('2026-11-24 07:02:11.482123 +00:00');
    expect(formatTime(time, 'America/New_York', 0)).toBe('2026-11-24 02:02:11 -05:00');
    expect(formatTime('2026-11-24T07:02:11Z', 'Asia/Kolkata')).toBe('2026-11-24 12:32:11 +05:30');
  });

  it('writes midnight as 00', () => {
    expect(formatTime('2026-11-23T15:00:00Z', 'Asia/Seoul')).toBe('2026-11-24 00:00:00 +09:00');
  });

  it('names the very moment it was given, in any zone', () => {
    const zones = fc.constantFrom('Asia/Seoul', 'UTC', 'America/St_Johns', 'Pacific/Chatham');
    const times = fc.date({ min: new Date('2018-01-01'), max: new Date('2038-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(times, zones, (time, zone) => {
        const [date, clock, offset] = formatTime(time.toISOString(), zone).split(' ');
        expect(Date.parse(`${date}T${clock}${offset}`)).toBe(time.getTime());
      }),
    );
  });
});
