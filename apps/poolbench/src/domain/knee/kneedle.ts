import { median } from '../statistics/quantile.ts';

/** One point of a rising, flattening curve. */
interface CurvePoint {
  readonly size: number;
  readonly throughput: number;
}

/**
 * The knee of a throughput curve by Kneedle (Satopää, Albrecht, Irwin and Raghavan 2011): the size at which the curve,
 * drawn in the unit square, stands highest above the diagonal. Undefined when no size stands out.
 * The curve is smoothed by running medians of three, which drop a lone outlier and leave a rising stretch as it is.
 * @param sensitivity how far the curve must come down again before the knee counts, in mean steps between sizes; 1 as in the paper
 */
export function kneedle(points: readonly CurvePoint[], { sensitivity = 1 } = {}): number | undefined {
  const ascending = points.toSorted((one, other) => one.size - other.size);
  const xs = unitScaled(ascending.map(({ size }) => size));
  const ys = unitScaled(runningMedians(ascending.map(({ throughput }) => throughput)));
  const heights = xs.map((x, index) => (ys[index] ?? NaN) - x);
  const drop = sensitivity / (xs.length - 1);
  const peaks = [...heights.keys()].filter((index) => isPeak(heights, index));
  const knee = peaks.find((peak, order) => {
    const untilNext = heights.slice(peak + 1, peaks[order + 1]);
    return untilNext.some((height) => height < (heights[peak] ?? NaN) - drop);
  });
  return knee === undefined ? undefined : ascending[knee]?.size;
}

/** Moved and stretched to 0 … 1; not numbers when all values are equal. */
function unitScaled(values: readonly number[]): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return values.map((value) => (value - low) / (high - low));
}

/** Each value replaced by the median of itself and its two neighbours; the ends stay. */
function runningMedians(values: readonly number[]): number[] {
  return values.map((value, index) => {
    const around = values.slice(Math.max(0, index - 1), index + 2);
    return around.length === 3 ? median(around) : value;
  });
}

function isPeak(heights: readonly number[], index: number): boolean {
  const [before = NaN, height = NaN, after = NaN] = [heights[index - 1], heights[index], heights[index + 1]];
  return before < height && height >= after;
}
