/** The throughput of one pool size. */
export interface SweepPoint {
  /** Connections in the pool. */
  readonly size: number;
  /** Operations per second: the median over the rounds. */
  readonly throughput: number;
  /** The lower bound of that throughput. Taken from the ratio to the best size, round by round, it is not blurred by slow rounds. */
  readonly low: number;
}

/** Of the best throughput, what is near enough. */
const NEAR_BEST = 0.95;

/**
 * The smallest size that is surely near the best: whose lower bound reaches 95 % of the best throughput. The best size
 * itself always qualifies, so that noise never leaves the sweep without an answer.
 * @throws RangeError for no points.
 */
export function smallestNearBest<Point extends SweepPoint>(points: readonly Point[]): Point {
  const ascending = points.toSorted((one, other) => one.size - other.size);
  const best = Math.max(...points.map(({ throughput }) => throughput));
  const found = ascending.find(({ throughput, low }) => throughput === best || low >= NEAR_BEST * best);
  if (found === undefined) throw new RangeError('A sweep needs a size with a throughput.');
  return found;
}
