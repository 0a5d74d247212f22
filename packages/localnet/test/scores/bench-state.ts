import type { EventLog } from '@madang/icon';
import type { Event, Store, Value } from '../../src/scores/score.ts';
import { encodeScalar, isOfType, type Scalar } from '../../src/scores/values.ts';
import {
  accessDenied,
  invalidParameter,
  outOfBalance,
  outOfStep,
  unknownFailure,
} from '../../src/world/failure.ts';

/** Accesses of one transaction to the store, at most: as on a chain, nothing runs for ever. */
const MOST_ACCESSES = 10_000;

/** Coins, what contracts keep, and what they logged; all of it can be undone. */
export interface BenchState {
  readonly logs: EventLog[];
  /** Shares of steps that contracts took over, by address. */
  readonly shares: Map<string, bigint>;
  coinsOf(address: string): bigint;
  endow(address: string, coins: bigint): void;
  /** Throws OutOfBalance, and InvalidParameter for less than nothing. */
  move(from: string, to: string, coins: bigint): void;
  /** Throws AccessDenied for a change of one that is readonly, OutOfStep after too many accesses. */
  storeOf(contract: string, readonly: boolean): Store;
  /** Throws UnknownFailure for values that are not those of the event. */
  log(contract: string, name: string, event: Event | undefined, values: readonly Value[]): void;
  /** Does the work, or none of it. */
  attempt<T>(work: () => T): T;
  /** A transaction begins: its accesses are counted anew. */
  begin(): void;
}

type Key = readonly (string | bigint)[];

/** A state with nothing in it. */
export function createBenchState(): BenchState {
  const coins = new Map<string, bigint>();
  const kept = new Map<string, string | bigint>();
  const shares = new Map<string, bigint>();
  const logs: EventLog[] = [];
  let accesses = 0;

  const coinsOf = (address: string): bigint => coins.get(address) ?? 0n;
  const endow = (address: string, more: bigint): void => void coins.set(address, coinsOf(address) + more);
  const access = (contract: string, key: Key): string => {
    accesses += 1;
    if (accesses > MOST_ACCESSES) throw outOfStep();
    return [contract, ...key.map((part) => `${typeof part} ${part}`)].join(' ');
  };

  return {
    logs,
    shares,
    coinsOf,
    endow,
    move(from, to, amount) {
      if (amount < 0n) throw invalidParameter();
      if (coinsOf(from) < amount) throw outOfBalance();
      endow(from, -amount);
      endow(to, amount);
    },
    storeOf: (contract, readonly) => ({
      integer: (...key) => (kept.get(access(contract, key)) ?? 0n) as bigint,
      text: (...key) => (kept.get(access(contract, key)) ?? null) as string | null,
      set(value, ...key) {
        if (readonly) throw accessDenied();
        const place = access(contract, key);
        if (value === null) kept.delete(place);
        else kept.set(place, value);
      },
    }),
    log: (contract, name, event, values) => void logs.push(logOf(contract, name, event, values)),
    attempt(work) {
      const undo = [restorer(coins), restorer(kept), restorer(shares)];
      const mark = logs.length;
      try {
        return work();
      } catch (error) {
        for (const restore of undo) restore();
        logs.length = mark;
        throw error;
      }
    },
    begin: () => void (accesses = 0),
  };
}

function restorer<K, V>(map: Map<K, V>): () => void {
  const before = [...map];
  return () => {
    map.clear();
    for (const [key, value] of before) map.set(key, value);
  };
}

function logOf(address: string, name: string, event: Event | undefined, values: readonly Value[]): EventLog {
  if (event?.inputs.length !== values.length) throw unknownFailure(`${name} with ${values.length} values`);
  const texts = event.inputs.map((input, i) => {
    const value = values[i] ?? null;
    if (value !== null && !isOfType(value, input.type)) throw unknownFailure(`${input.name} of ${name}`);
    return encodeScalar(value as Scalar);
  });
  const signature = `${name}(${event.inputs.map(({ type }) => type).join(',')})`;
  return {
    address,
    indexed: [signature, ...texts.slice(0, event.indexed)],
    data: texts.slice(event.indexed),
  };
}
