import { isObject } from '@madang/icon';
import type { Chain } from '../chain/chain.ts';
import { notFound, timedOut } from '../node/rpc/failure.ts';
import { checkParams, PARAMS } from '../node/rpc/params.ts';
import type { Asked, Method } from '../node/rpc/envelope.ts';
import type { ChainView } from '../node/view.ts';

/** How long a client waits that does not say, and at most, in milliseconds. */
const DEFAULT_WAIT_MS = 5_000;
const MOST_WAIT_MS = 60_000;

/** Methods that send transactions, and wait for what becomes of them. */
export function sendMethods(chain: Chain, view: ChainView): Record<string, Method> {
  const submit = (params: unknown): string => {
    checkParams(params, PARAMS.transaction);
    return chain.submit(isObject(params) ? params : {});
  };
  const wait = async (hash: string, { waitMs = DEFAULT_WAIT_MS }: Asked): Promise<string> => {
    const signal = AbortSignal.timeout(Math.min(waitMs, MOST_WAIT_MS));
    // The block after a transaction's seals its result.
    for (let height = view.height(); !signal.aborted; height += 1) {
      await chain.reached(height, signal);
      const place = chain.ledger.placeOf(hash);
      if (place !== undefined && place.height < view.height()) return chain.ledger.receipt(place);
      if (place === undefined && !chain.isPending(hash)) throw notFound(`E1005:not found tx=${hash}`);
    }
    throw timedOut(hash);
  };
  return {
    icx_sendTransaction: (params) => JSON.stringify(submit(params)),
    icx_sendTransactionAndWait: (params, asked) => wait(submit(params), asked),
    icx_waitTransactionResult(params, asked) {
      const { txHash = '' } = checkParams(params, PARAMS.transactionHash);
      return wait(txHash, asked);
    },
  };
}
