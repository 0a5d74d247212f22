/** Random numbers that repeat from their seed, on every machine. Not for secrets. */
export interface Random {
  /** Uniform in [0, 1), with 53 random bits. */
  next(): number;
  /** Uniform among 0 … bound − 1. @throws RangeError unless `bound` is a positive safe integer. */
  integer(bound: number): number;
  /** A new array with the items in random order (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

const TWO_POW_32 = 2 ** 32;

/**
 * A generator for one seed: a safe integer from 0 on, as written in `run_start`.
 * The algorithm is sfc32 (Chris Doty-Humphrey, PractRand): only 32-bit integer operations, so no platform can differ.
 * @throws RangeError for any other seed.
 */
export function createRandom(seed: number): Random {
  const word = sfc32(seed);

  function next(): number {
    const high = word() >>> 5;
    const low = word() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  function integer(bound: number): number {
    if (!Number.isSafeInteger(bound) || bound < 1)
      throw new RangeError(`A bound must be a positive integer, not ${bound}.`);
    return Math.floor(next() * bound);
  }

  function shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = integer(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  }

  return { next, integer, shuffle };
}

/** Exponentially distributed with the given mean: the gap between two arrivals of a Poisson process. */
export function exponential(random: Random, mean: number): number {
  return -mean * Math.log1p(-random.next());
}

/** A source of 32-bit words. */
function sfc32(seed: number): () => number {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`A seed must be a whole number from 0 to 2^53 − 1, not ${seed}.`);
  let a = 0;
  let b = (seed % TWO_POW_32) | 0;
  let c = Math.floor(seed / TWO_POW_32) | 0;
  let counter = 1;

  function word(): number {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  // The first words of neighbouring seeds are alike.
  for (let round = 0; round < 12; round += 1) word();
  return word;
}
