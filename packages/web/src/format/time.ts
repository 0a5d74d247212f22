import { defineWords, type Lang } from '../words.ts';

const words = defineWords({
  now: { ko: '방금', en: 'just now' },
  seconds: { ko: '{n}초', en: '{n} s' },
  minutes: { ko: '{n}분', en: '{n} min' },
  hours: { ko: '{n}시간', en: '{n} h' },
  days: { ko: '{n}일', en: '{n} d' },
  months: { ko: '{n}개월', en: '{n} mo' },
  years: { ko: '{n}년', en: '{n} y' },
  ago: { ko: '{span} 전', en: '{span} ago' },
  ahead: { ko: '{span} 뒤', en: 'in {span}' },
});

const SPANS = [
  ['years', 365.25 * 86_400],
  ['months', 30.4375 * 86_400],
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** A span of time in its largest unit: `90` seconds → `1 min`. */
export function formatSpan(seconds: number, lang: Lang): string {
  const [unit, length] = SPANS.find(([, long]) => seconds >= long) ?? (['seconds', 1] as const);
  return words(lang)(unit, { n: Math.floor(seconds / length) });
}

/**
 * How long ago a time was, for people: `3초 전`, `3 s ago`; a time ahead of now is `3초 뒤`, `in 3 s`.
 *
 * @param time RFC 3339
 * @param now milliseconds since the Unix epoch
 */
export function formatAge(time: string, now: number, lang: Lang): string {
  const seconds = (now - Date.parse(time)) / 1000;
  const t = words(lang);
  if (Math.abs(seconds) < 1) return t('now');
  return t(seconds > 0 ? 'ago' : 'ahead', { span: formatSpan(Math.abs(seconds), lang) });
}

/**
 * A time exactly, in a zone: `2026-11-24 16:02:11.482 +09:00`. The fraction is cut to `digits` (at most what the text has).
 *
 * @param time RFC 3339, with any number of fraction digits
 * @param timeZone IANA name
 */
export function formatTime(time: string, timeZone: string, digits = 3): string {
  const instant = Date.parse(time);
  const offset = offsetOf(instant, timeZone);
  const fraction = /\.(\d+)/.exec(time)?.[1]?.slice(0, digits) ?? '';
  const [date = '', clock = ''] = new Date(instant + secondsOf(offset) * 1000).toISOString().split('T');
  return `${date} ${clock.slice(0, 8)}${fraction === '' ? '' : `.${fraction}`} ${offset}`;
}

// Offsets change at full quarter hours only. Asking for one costs 10 µs, and a list has dozens of times close together.
const QUARTER_HOUR_MS = 900_000;
const MOST_KEPT = 10_000;
const offsets = new Map<string, string>();

/** The offset of a zone at an instant: `+09:00`, with seconds in the years of local mean time. */
function offsetOf(instant: number, timeZone: string): string {
  const key = `${timeZone} ${Math.floor(instant / QUARTER_HOUR_MS)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = formatterOf(timeZone).formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value.slice('GMT'.length) ?? '';
  const offset = name === '' ? '+00:00' : name;
  if (offsets.size >= MOST_KEPT) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function secondsOf(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs some hundred times more than using it.
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formatters.set(timeZone, made);
  return made;
}
