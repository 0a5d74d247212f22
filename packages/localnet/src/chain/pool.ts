import type { Candidate } from './sent.ts';

/** Transactions that wait for a block, in the order in which they came. */
export interface Pool {
  has(hash: string): boolean;
  readonly size: number;
  add(transaction: Candidate): void;
  /** The next ones, which no longer wait. */
  take(most: number): Candidate[];
}

export function createPool(): Pool {
  const waiting = new Map<string, Candidate>();
  return {
    has: (hash) => waiting.has(hash),
    get size() {
      return waiting.size;
    },
    add: (transaction) => void waiting.set(transaction.hash, transaction),
    take(most) {
      const taken = [...waiting.values()].slice(0, most);
      for (const { hash } of taken) waiting.delete(hash);
      return taken;
    },
  };
}
