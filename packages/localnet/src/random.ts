import { createHash } from 'node:crypto';

/** Chance that is the same for the same key. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** Whether something happens that has this probability. */
  chance(probability: number): boolean;
  /** One of them. Throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
  /** An amount between two powers of ten of loop, each power as likely as another. */
  amount(leastPower: number, mostPower: number): bigint;
}

const TWO_TO_32 = 2 ** 32;

/** @param key whatever tells this stream of numbers from others, such as a seed and a height */
export function randomOf(...key: readonly (string | number)[]): Random {
  const digest = createHash('sha256').update(JSON.stringify(key)).digest();
  const next = sfc32([0, 4, 8, 12].map((at) => digest.readUInt32LE(at)));
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError('There is nothing to pick from.');
      return items[Math.floor(next() * items.length)] as (typeof items)[number];
    },
    amount(leastPower, mostPower) {
      const power = leastPower + Math.floor(next() * (mostPower - leastPower));
      return BigInt(1 + Math.floor(next() * 9)) * 10n ** BigInt(power);
    },
  };
}

/** Small fast counting generator, 128 bits of state (Chris Doty-Humphrey, PractRand). */
function sfc32([a = 0, b = 0, c = 0, d = 0]: readonly number[]): () => number {
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  };
}
