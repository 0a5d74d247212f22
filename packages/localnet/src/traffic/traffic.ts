import { transactionId, type JsonObject } from '@madang/icon';
import { sign } from '@madang/icon/signature';
import { beginningsOf, type Begun } from './beginnings.ts';
import { transactionOf } from './birth.ts';
import type { Scenario } from './scenario.ts';
import { DELAYS } from './step.ts';

export interface TrafficSettings {
  /** Of the chain: its wallets act. */
  readonly seed: string;
  /** Network id. */
  readonly nid: number;
  readonly scenario: Scenario;
  /** Seconds between blocks. */
  readonly interval: number;
  /** Whether contracts wait for an auditor. */
  readonly audited: boolean;
  /** Times of the blocks that there are, in microseconds since 1970. */
  timeOf(height: number): bigint;
}

/** Actors of a chain, which are the same for the same seed and scenario. */
export interface Traffic {
  /**
   * Signed transactions for a block, at most 1,500, when the one before it is there. They depend on the settings, the height and
   * the times of blocks before, and on nothing that was asked before. Each is signed as it is taken.
   */
  transactionsOf(height: number): Generator<JsonObject, void>;
}

/** As many as the node puts into a block. */
const MOST = 1_500;
const LAST_DELAY = Math.max(...DELAYS);

export function createTraffic({ seed, nid, scenario, interval, audited, timeOf }: TrafficSettings): Traffic {
  const recall = <T>(work: (height: number) => T) => recently(work, 2 * LAST_DELAY);
  const calendar = { nid, timeOf: recall(timeOf) };
  const begunAt = recall(beginningsOf({ seed, scenario, calendar, interval, audited }));
  const dueAt = (height: number): Begun[] =>
    DELAYS.toReversed().flatMap((delay) =>
      height < delay ? [] : begunAt(height - delay).filter(({ step }) => step.delay === delay),
    );
  return {
    *transactionsOf(height) {
      for (const { birth, step } of dueAt(height).slice(0, MOST)) {
        const transaction = transactionOf(calendar, birth, step);
        yield { ...transaction, signature: sign(transactionId(transaction), step.from.privateKey) };
      }
    },
  };
}

/** The same work, with what was worked out last at hand. */
function recently<T>(work: (height: number) => T, most: number): (height: number) => T {
  const known = new Map<number, T>();
  return (height) => {
    const before = known.get(height);
    if (before !== undefined) return before;
    const result = work(height);
    known.set(height, result);
    if (known.size > most) known.delete(known.keys().next().value ?? height);
    return result;
  };
}
