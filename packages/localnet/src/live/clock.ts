/** Time of the block at a height, when the one before it has this time; both in microseconds since 1970. */
export type Clock = (height: number, before: bigint) => bigint;

/** Block times are counted from the genesis: two runs have the same. */
export const countedClock =
  (genesisTime: bigint, interval: bigint): Clock =>
  (height) =>
    genesisTime + BigInt(height) * interval;

/**
 * The real clock. A block is at least one microsecond later than the one before, whatever the clock does.
 *
 * @param past blocks of a new chain that are dated back, the interval apart, so that the last of them is of now
 */
export function realClock(past: number, interval: bigint): Clock {
  const begun = now();
  return (height, before) => {
    const time = height <= past ? begun - BigInt(past - height) * interval : now();
    return time > before ? time : before + 1n;
  };
}

const now = (): bigint => BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000));
