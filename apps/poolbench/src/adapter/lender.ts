import type { Ledger } from './ledger.ts';
import type { Arm, Operation } from './pool-adapter.ts';
import type { Target } from './target.ts';

/** What every lender needs to know. */
export interface Terms {
  readonly arm: Arm;
  readonly target: Target;
  readonly ledger: Ledger;
}

/** A driver's pool, or what stands for one. */
export interface Lender {
  /** Whether connections outlive a loan. */
  readonly keeps: boolean;
  /**
   * A loan, at once if there is one. What was abandoned is given back when it comes; the signal is for those who can end the opening
   * of a connection.
   */
  lend(abandoned: AbortSignal): Loan | Promise<Loan>;
  /** Called once, when all loans are given back. Never rejects. */
  close(): Promise<void>;
}

/** One connection as the driver hands it over. */
export interface Loan {
  query(operation: Operation): Promise<number>;
  /** Called once. With an error the connection is to be closed. */
  giveBack(error?: unknown): void;
}
