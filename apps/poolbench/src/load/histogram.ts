import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  JsHistogram,
  type Histogram,
} from 'hdr-histogram-js';

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
  /** Milliseconds of all that were recorded. */
  sum(): number;
  /** How many there are of each value, at the places that HdrHistogram gives them. */
  readonly counts: Uint32Array;
  merge(other: Durations): void;
  /** HdrHistogram's own compressed form, in base64. */
  encoded(): string;
  /** All of it, in a form that can be sent to another thread or process. */
  pack(): PackedDurations;
}

export interface PackedDurations {
  /** In HdrHistogram's own compressed form, in base64. */
  readonly data: string;
  readonly beyond: number;
  /** Milliseconds of all that are in the data, where they are known better than from there. */
  readonly sum?: number;
}

/**
 * Durations, none yet or those that were packed.
 *
 * They are counted in an array laid out as HdrHistogram lays out its own: its library takes 200 ns to record one, which would be felt
 * by cheap queries, and is therefore only asked for the results.
 */
export function createDurations(packed?: PackedDurations): Durations {
  const counts = new Uint32Array(placeOf(RANGE.highestTrackableValue) + 1);
  let [count, beyond, sum] = [0, 0, 0];
  let known: Histogram | undefined;

  const histogram = (): Histogram => {
    if (known?.totalCount !== count) known = histogramOf(counts);
    return known;
  };
  const merge = (other: Pick<Durations, 'counts' | 'count' | 'beyond' | 'sum'>): void => {
    other.counts.forEach((more, place) => (counts[place] = (counts[place] ?? 0) + more));
    count += other.count();
    beyond += other.beyond();
    sum += other.sum();
  };
  if (packed !== undefined) merge(unpack(packed, counts.length));

  const encoded = (): string => encodeIntoCompressedBase64(histogram());
  return {
    add(milliseconds) {
      const micros = Math.max(1, Math.round(milliseconds * 1000));
      if (micros > RANGE.highestTrackableValue) {
        beyond += 1;
        return;
      }
      const place = placeOf(micros);
      counts[place] = (counts[place] ?? 0) + 1;
      count += 1;
      sum += milliseconds;
    },
    count: () => count,
    beyond: () => beyond,
    percentile: (percent) => (count === 0 ? null : histogram().getValueAtPercentile(percent) / 1000),
    mean: () => (count === 0 ? null : sum / count),
    sum: () => sum,
    counts,
    merge,
    encoded,
    pack: () => ({ data: encoded(), beyond, sum }),
  };
}

/** Three digits need 2,048 steps. Each bucket after the first has only the upper 1,024, each twice as wide as in the one before. */
const STEP_BITS = 11;
const STEPS = 2 ** STEP_BITS;

/** Where HdrHistogram counts a value: `JsHistogram.countsArrayIndex`. */
function placeOf(value: number): number {
  const bucket = 32 - STEP_BITS - Math.clz32(value | (STEPS - 1));
  return bucket * (STEPS / 2) + (value >>> bucket);
}

/** The smallest value that is counted at a place. */
function valueAt(place: number): number {
  const bucket = Math.max(0, Math.floor(place / (STEPS / 2)) - 1);
  return (place - bucket * (STEPS / 2)) * 2 ** bucket;
}

function unpack(
  { data, beyond, sum }: PackedDurations,
  places: number,
): Pick<Durations, 'counts' | 'count' | 'beyond' | 'sum'> {
  const histogram = decodeFromCompressedBase64(data, RANGE.bitBucketSize);
  if (!(histogram instanceof JsHistogram)) throw new TypeError('It was decoded into WebAssembly.');
  return {
    counts: Uint32Array.from({ length: places }, (_, place) => histogram.getCountAtIndex(place)),
    count: () => histogram.totalCount,
    beyond: () => beyond,
    sum: () => sum ?? (histogram.mean * histogram.totalCount) / 1000,
  };
}

function histogramOf(counts: Uint32Array): Histogram {
  const histogram = build(RANGE);
  counts.forEach((count, place) => {
    if (count > 0) histogram.recordValueWithCount(valueAt(place), count);
  });
  return histogram;
}
