import { raise } from '@madang/errors';
import { notFound } from '../node/rpc/failure.ts';
import type { ChainView } from '../node/view.ts';
import type { Recording } from './recording.ts';
import type { Release } from './release.ts';

/** A recording as far as it is released: what a node at that height would have. */
export interface ReplayView extends ChainView {
  readonly recording: Recording;
}

/** Looks at a recording through a release. */
export function createView(recording: Recording, release: Release): ReplayView {
  const { chain } = recording;

  function existing(text: string): number {
    const height = Number(text);
    if (height <= release.height()) return height;
    throw notFound(`E1005:no block for ${BigInt(text)}`);
  }

  return {
    recording,
    height: release.height,
    earliest: () => 0,
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
    // Nothing can be sent to a recording.
    isPending: () => false,
    queryHeight: (text) => (text === undefined || text === '' ? release.height() : existing(text)),
  };
}
