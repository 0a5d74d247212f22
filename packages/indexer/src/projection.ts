import type { Block, Receipt } from '@madang/icon';
import type { Transaction } from '@madang/pg';
import type { RpcAnswer } from '@madang/icon/client';

/** A block whose results are sealed: one receipt for each transaction, in the same order. */
export interface SealedBlock {
  readonly block: Block;
  readonly receipts: readonly Receipt[];
}

/**
 * Something that a projection must know beside blocks and receipts: a token's name, a contract's API. It is asked ahead of
 * the transaction, about the state after the block it belongs to, so that live and backfill give the same rows.
 */
export interface Question {
  readonly method:
    'icx_getScoreApi' | 'icx_getScoreStatus' | 'icx_call' | 'icx_getBalance' | 'icx_getTotalSupply';
  /** Without `height`: the engine adds the one that means "after this block". */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What the node said: a result, or its refusal, which is an answer too (a contract without a name has none). */
export type NodeAnswer = RpcAnswer;

/** Consecutive sealed blocks in height order, with the answers to what was asked about them. */
export interface Batch {
  readonly blocks: readonly SealedBlock[];
  /** The answer to a question that `wants.ask` returned for this block. */
  answer(block: SealedBlock, question: Question): NodeAnswer;
}

export interface Wants {
  /** Questions about one block; none unless given. Must depend on the block alone. */
  ask?(block: SealedBlock): readonly Question[];
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
