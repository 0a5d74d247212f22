import { raise } from '@madang/errors';
import { formatInteger } from '@madang/icon';
import type { RecordedTransaction } from './chain.ts';
import type { Recording } from './recording.ts';
import type { Release } from './release.ts';
import { notFound } from './rpc/failure.ts';

/** A recording as far as it is released: what a node at that height would have. */
export interface View {
  readonly recording: Recording;
  /** The newest height. */
  readonly height: () => number;
  /** Resolves when this height is released, or else when the signal aborts. */
  readonly reached: (height: number, signal: AbortSignal) => Promise<void>;
  /** The block at a released height, as JSON text. */
  readonly block: (height: number) => string;
  /** The height that a T_INT names; NotFound when it is not there yet. */
  readonly existing: (height: string) => number;
  /** The height of the block with this hash, or NotFound. */
  readonly heightOf: (blockHash: string) => number;
  /** Where a transaction stands, or NotFound. */
  readonly transaction: (hash: string) => RecordedTransaction;
  /**
   * The height whose state a query asks for: the state before that block's transactions. Without a height, that of the
   * newest block; a height that is not there yet is NotFound.
   */
  readonly queryHeight: (height: string | undefined) => number;
}

/** Looks at a recording through a release. */
export function createView(recording: Recording, release: Release): View {
  const { chain } = recording;

  function existing(text: string): number {
    const height = Number(text);
    if (height <= release.height()) return height;
    throw notFound(`E1005:no block for ${BigInt(text)}`);
  }

  return {
    recording,
    height: release.height,
    reached: release.reached,
    block: (height) => chain.blocks[height] ?? raise(notFound(`E1005:no block for ${height}`)),
    existing,
    heightOf(blockHash) {
      const height = chain.heightOfBlock.get(blockHash);
      if (height !== undefined && height <= release.height()) return height;
      throw notFound(`E1005:block not found ${blockHash.slice(2)}`);
    },
    transaction(hash) {
      const found = chain.transactions.get(hash);
      if (found !== undefined && found.height <= release.height()) return found;
      throw notFound(`E1005:not found tx=${hash}`);
    },
    queryHeight: (text) => (text === undefined || text === '' ? release.height() : existing(text)),
  };
}

/** The answer of `icx_getNetworkInfo` at a height, members in the node's order. */
export function networkText({ recording, height }: View): string {
  return JSON.stringify({ ...recording.state.network, earliest: '0x0', latest: formatInteger(height()) });
}
