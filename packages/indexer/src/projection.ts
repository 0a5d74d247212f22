import type { Block, Receipt } from '@madang/icon';
import type { RpcAnswer } from '@madang/icon/client';
import type { Queryable, Transaction } from '@madang/pg';

/** A block whose results are sealed: one receipt for each transaction, in the same order. */
export interface SealedBlock {
  readonly block: Block;
  readonly receipts: readonly Receipt[];
}

/**
 * Something that a projection must know beside blocks and receipts: a token's name, a contract's API. It is asked ahead of
 * the transaction, about the state after a block, so that live and backfill give the same rows.
 */
export interface Question {
  readonly method:
    'icx_getScoreApi' | 'icx_getScoreStatus' | 'icx_call' | 'icx_getBalance' | 'icx_getTotalSupply';
  /** Without `height`: the engine adds the one that means "after this block". */
  readonly params: Readonly<Record<string, unknown>>;
  /** The block after which the state is meant, one of those that were asked about. */
  readonly height: number;
}

/**
 * What the node said: a result, or a refusal that every node with this state would give (a contract without a name has none).
 * Trouble of the node or of the way to it never gets here; it is waited out.
 */
export type NodeAnswer = RpcAnswer;

/** Consecutive sealed blocks in height order, with the answers to what was asked about them. */
export interface Batch {
  readonly blocks: readonly SealedBlock[];
  /** The answer to a question that `wants.ask` returned for these blocks. */
  readonly answer: (question: Question) => NodeAnswer;
}

export interface Wants {
  /**
   * Questions about these blocks; none unless given. Called while the projection's cursor stands right before the first of
   * them, so its own tables tell what was asked before. Must depend on the chain alone: however the chain is cut into
   * batches, the same questions must come out.
   */
  ask?(blocks: readonly SealedBlock[], database: Queryable): Promise<readonly Question[]>;
}

/**
 * What one app keeps of the chain. All projections of a batch and their cursors are written in one transaction: a crash
 * loses nothing and doubles nothing.
 */
export interface Projection {
  /** Unique in the house, such as `tracker`. */
  readonly name: string;
  /** Counted up when the rows would come out otherwise: what was written is then dropped and written anew. */
  readonly version: number;
  readonly wants: Wants;
  /** Writes what the batch brings. May run again after a failed try, so it must not keep anything between calls. */
  apply(batch: Batch, tx: Transaction): Promise<void>;
  /** Empties the projection's tables. */
  reset(tx: Transaction): Promise<void>;
}

/** Declares a projection. */
export function defineProjection(projection: Projection): Projection {
  return projection;
}

export function namesOf(projections: readonly Projection[]): string[] {
  return projections.map(({ name }) => name);
}
