import { formatNumber } from '../format/number.ts';
import { formatTime } from '../format/time.ts';

export interface Series {
  readonly label: string;
  /** One for each x; `null` where there is none. */
  readonly values: readonly (number | null)[];
}

/** One question answered by a picture. */
export interface ChartProps {
  /** The answer, in words: "Fees doubled in November". */
  readonly title: string;
  readonly shape: 'line' | 'bars';
  readonly x: {
    readonly label: string;
    /** Ascending; seconds since the Unix epoch when `time` is set. */
    readonly values: readonly number[];
    readonly time?: boolean;
  };
  readonly y: { readonly label: string; readonly unit: string };
  /** At most six; the colours are those of the kinds, in their order. */
  readonly series: readonly Series[];
}

/** Lowest and highest of the values to draw; zero is always in the picture. */
export function rangeOf(series: readonly Series[]): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (const value of series.flatMap(({ values }) => values)) {
    if (value === null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low === high ? { low, high: low + 1 } : { low, high };
}

/** An x as text: a number, or a time to the minute. */
export function labelOfX(x: number, time: boolean, timeZone: string): string {
  return time ? formatTime(new Date(x * 1000).toISOString(), timeZone, 0).slice(0, 16) : formatNumber(x);
}
