import type { JsonObject } from '@madang/icon';
import type { Chain } from '../chain/chain.ts';
import type { Traffic } from './traffic.ts';

/** Transactions that are signed at a time between other work: some ten milliseconds. */
const SIGNED_AT_A_TIME = 16;

/** Puts traffic into the blocks of a chain. */
export interface Drive {
  /** Begins to sign what the next block is to have, a little at a time. */
  prepare(): void;
  /** Puts it in, behind what others sent; what is not signed yet is signed now. */
  fill(): void;
  stop(): void;
}

/** @param isLate whether the block before was made so long ago that transactions dated by it would be refused */
export function driveTraffic(
  chain: Pick<Chain, 'height' | 'admit'>,
  traffic: Traffic,
  isLate: () => boolean,
): Drive {
  let left: Generator<JsonObject, void> | null = null;
  let ready: JsonObject[] = [];
  let waiting: NodeJS.Immediate | undefined;

  const begin = (): Generator<JsonObject, void> => (left ??= traffic.transactionsOf(chain.height() + 1));
  function signSome(): void {
    for (let count = 0; count < SIGNED_AT_A_TIME; count += 1) {
      const { value, done } = begin().next();
      if (done === true) return;
      ready.push(value);
    }
    waiting = setImmediate(signSome);
  }
  return {
    prepare() {
      if (!isLate()) waiting = setImmediate(signSome);
    },
    fill() {
      clearImmediate(waiting);
      if (!isLate()) for (const transaction of [...ready, ...begin()]) chain.admit(transaction);
      left = null;
      ready = [];
    },
    stop: () => clearImmediate(waiting),
  };
}
