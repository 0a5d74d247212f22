import type { Random } from '../random.ts';

/** How much busier the first is than the others: the one of rank r has a share of r^-1.1, as contests saw it about. */
const SKEW = 1.1;

/** Gives a function that picks an index below `count`, low ones far more often. */
export function zipf(count: number): (random: Random) => number {
  let total = 0;
  const sums = Array.from({ length: count }, (_, index) => (total += (index + 1) ** -SKEW));
  return (random) => {
    const at = random.next() * total;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? total) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
