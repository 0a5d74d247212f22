import { decodeFromCompressedBase64, JsHistogram } from 'hdr-histogram-js';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Buckets } from './families.ts';

/** Upper bounds in seconds. */
export const BOUNDS = [
  0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const;

const BITS = 64;

/**
 * Puts what a cell's histogram counted into buckets: exactly, since a bound falls between two of its values or onto one, and not by
 * observing each operation again.
 *
 * @param sum of all, in seconds, where it is known better than from the histogram
 */
export function bucketsOf({ data, beyond }: CellEnd['histograms'][number], sum?: number): Buckets {
  const histogram = decodeFromCompressedBase64(data, BITS);
  if (!(histogram instanceof JsHistogram)) throw new TypeError('It was decoded into WebAssembly.');
  let place = 0;
  let counted = 0;
  const counts = BOUNDS.map((bound) => {
    const last = histogram.countsArrayIndex(Math.round(bound * 1e6));
    let count = 0;
    for (; place <= last; place += 1) count += histogram.getCountAtIndex(place);
    counted += count;
    return count;
  });
  return {
    counts,
    above: histogram.totalCount - counted + Number(beyond),
    sum: sum ?? (histogram.mean * histogram.totalCount) / 1e6,
  };
}
