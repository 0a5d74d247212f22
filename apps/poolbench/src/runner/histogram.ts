import { build, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';

/** 1 µs to 60 s with three significant digits (HdrHistogram). */
const RANGE = {
  bitBucketSize: 64,
  autoResize: false,
  lowestDiscernibleValue: 1,
  highestTrackableValue: 60_000_000,
  numberOfSignificantValueDigits: 3,
  useWebAssembly: false,
} as const;

/** Durations of one kind in one cell. Percentiles come from here and are never averaged. */
export interface Durations {
  /** @param milliseconds by a monotonic clock */
  add(milliseconds: number): void;
  /** How many were recorded. */
  count(): number;
  /** Those beyond 60 s, which are counted and not recorded. */
  beyond(): number;
  /** Milliseconds below which so many percent lie; null when there are none. */
  percentile(percent: number): number | null;
  /** Milliseconds; null when there are none. */
  mean(): number | null;
  merge(other: Durations): void;
  /** HdrHistogram's own compressed form, in base64. */
  encoded(): string;
  readonly histogram: Histogram;
}

export function createDurations(): Durations {
  const histogram = build(RANGE);
  let beyond = 0;
  return {
    histogram,
    add(milliseconds) {
      const micros = Math.max(1, Math.round(milliseconds * 1000));
      if (micros > RANGE.highestTrackableValue) beyond += 1;
      else histogram.recordValue(micros);
    },
    count: () => histogram.totalCount,
    beyond: () => beyond,
    percentile: (percent) =>
      histogram.totalCount === 0 ? null : histogram.getValueAtPercentile(percent) / 1000,
    mean: () => (histogram.totalCount === 0 ? null : histogram.mean / 1000),
    merge(other) {
      histogram.add(other.histogram);
      beyond += other.beyond();
    },
    encoded: () => encodeIntoCompressedBase64(histogram),
  };
}
