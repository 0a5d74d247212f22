import type { Chain } from '../chain/chain.ts';
import { notFound } from '../node/rpc/failure.ts';
import type { ChainView } from '../node/view.ts';

/** What clients see of a chain that goes on. */
export function liveView({ ledger, height, reached, isPending }: Chain): ChainView {
  const existing = (text: string): number => {
    const wanted = BigInt(text);
    if (wanted > BigInt(height())) throw notFound(`E1005:no block for ${wanted}`);
    return Number(wanted);
  };
  return {
    ...{ height, reached, isPending, existing },
    earliest: () => 0,
    block: (at) => ledger.block(at),
    heightOf(blockHash) {
      const found = ledger.heightOf(blockHash);
      if (found === undefined) throw notFound(`E1005:block not found ${blockHash.slice(2)}`);
      return found;
    },
    transaction(hash) {
      const place = ledger.placeOf(hash);
      if (place === undefined) throw notFound(`E1005:not found tx=${hash}`);
      return { ...place, receipt: ledger.receipt(place) };
    },
    queryHeight: (text) => (text === undefined || text === '' ? height() : existing(text)),
  };
}
