import { notFound } from '../rpc/failure.ts';
import type { ChainView } from '../view.ts';
import type { Troubles } from './troubles.ts';

/** A chain as clients see it of a node that is behind, stands still, or has forgotten its beginning. */
export function troubledView(view: ChainView, troubles: Troubles): ChainView {
  const height = (): number => troubles.latest(view.height());
  const earliest = (): number => Math.max(view.earliest(), troubles.earliest());
  const isThere = (at: number): boolean => at >= earliest() && at <= height();

  function existing(text: string): number {
    const at = view.existing(text);
    if (isThere(at)) return at;
    throw notFound(at > height() ? `E1005:no block for ${at}` : `E1005:PrunedBlock(height=${at})`);
  }
  return {
    ...{ height, earliest, existing },
    async reached(target, signal) {
      while (height() < target && !signal.aborted) await progress(view, troubles, signal);
    },
    block: view.block,
    heightOf(blockHash) {
      const at = view.heightOf(blockHash);
      if (isThere(at)) return at;
      throw notFound(`E1005:block not found ${blockHash.slice(2)}`);
    },
    transaction(hash) {
      const placed = view.transaction(hash);
      if (isThere(placed.height)) return placed;
      throw notFound(`E1005:not found tx=${hash}`);
    },
    isPending: view.isPending,
    queryHeight: (text) => (text === undefined || text === '' ? height() : existing(text)),
  };
}

/** Resolves when there is another block, or other trouble, or when the signal aborts. */
async function progress(view: ChainView, troubles: Troubles, signal: AbortSignal): Promise<void> {
  const changed = new AbortController();
  const unlisten = troubles.onChange(() => changed.abort());
  await view.reached(view.height() + 1, AbortSignal.any([signal, changed.signal]));
  unlisten();
}
