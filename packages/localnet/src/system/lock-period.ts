/** What the time depends on that coins are locked after they were unstaked. */
export interface LockTerms {
  /** Blocks at least, and at most. */
  readonly min: bigint;
  readonly max: bigint;
  /** Loop that all accounts have staked together, and loop that there are. */
  readonly totalStake: bigint;
  readonly supply: bigint;
}

/** Doubles from a quarter to one are whole multiples of 2^-54. */
const SCALE = 2n ** 54n;
/** The rate from which on unstaking takes the least time, and its square, as the doubles that the node reckons with. */
const POINT = BigInt(0.7 * Number(SCALE));
const POINT_SQUARED = BigInt(0.7 * 0.7 * Number(SCALE));

/**
 * Blocks that an unstake is locked: the more is staked, the fewer. From a rate of 0.7 on `min`, below it
 * min + floor((max − min) / 0.49 × (rate − 0.7)²), with rate = stake / supply (goloop icon/iiss/icstate/unstake.go). The node's
 * numbers have 64 bits and more behind the comma, these ones all.
 */
export function lockPeriod({ min, max, totalStake, supply }: LockTerms): bigint {
  const distance = POINT * supply - SCALE * totalStake;
  if (distance < 0n) return min;
  return min + ((max - min) * distance ** 2n) / (supply ** 2n * SCALE * POINT_SQUARED);
}
