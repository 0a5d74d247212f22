import type { Package } from '../package/package.ts';

/** What a package may have whatever its size: that is 40 entry points as long as one may be. */
const BASE = 200_000;
/** What its own statements come to is about half of this for each byte. */
const FOR_EACH_BYTE = 0.1;
/** One entry point may have this part of what is left, so that the later ones have something, too. */
const PART = 1 / 16;
/** What each may have even so: its own statements, which are always read, and what it calls first. */
const FEWEST = 6;

/**
 * How many steps may be laid down for all entry points of a package together. Where thousands of them call one another, unrolling each
 * to its limit would cost hours.
 */
export class Budget {
  #left: number;

  constructor({ modules }: Pick<Package, 'modules'>) {
    const bytes = modules.reduce((sum, { text }) => sum + text.length, 0);
    this.#left = BASE + bytes * FOR_EACH_BYTE;
  }

  /** What the next entry point may have, of which `most` is what one may ever have. */
  share(most: number): number {
    return Math.min(most, Math.max(FEWEST, this.#left * PART));
  }

  spend(steps: number): void {
    this.#left -= steps;
  }
}
