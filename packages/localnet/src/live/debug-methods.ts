import { formatInteger, isObject } from '@madang/icon';
import type { Chain } from '../chain/chain.ts';
import { readSent } from '../chain/verify.ts';
import { execute } from '../execute/transaction.ts';
import { contractFailure, executing, pending } from '../node/rpc/failure.ts';
import { checkParams, PARAMS } from '../node/rpc/params.ts';
import type { Method } from '../node/rpc/envelope.ts';
import type { ChainView } from '../node/view.ts';
import { scoreOfArchive } from '../scores/registry.ts';
import { networkValue } from '../world/network-values.ts';
import { layerOver } from '../world/world.ts';

/** Methods of the debug interface. */
export function debugMethods(chain: Chain, view: ChainView): Record<string, Method> {
  return {
    /** Steps of a transaction that is neither signed nor sent, on the newest state. */
    debug_estimateStep(params) {
      checkParams(params, PARAMS.estimate);
      const height = view.height();
      const below = chain.worldBefore(height);
      const most = networkValue(below, 'invokeLimit');
      const sent = { ...(isObject(params) ? params : {}), stepLimit: formatInteger(most) };
      const { failure, stepUsed } = execute(readSent(sent), {
        world: layerOver({ get: below.get, set: () => undefined }),
        block: { height, timestamp: chain.timestampOf(height) },
        index: 0,
        // Nobody pays for what is only tried.
        stepPrice: 0n,
        stepLimit: Number(most),
        auditEnabled: chain.terms.auditEnabled,
        scoreOf: scoreOfArchive,
      });
      if (failure !== null) throw contractFailure(failure.code, failure.message);
      return JSON.stringify(formatInteger(stepUsed));
    },
    /** What happens when a transaction is executed once more on the state that it met. */
    debug_getTrace(params) {
      const { txHash = '' } = checkParams(params, PARAMS.transactionHash);
      if (view.isPending(txHash)) throw pending();
      const place = view.transaction(txHash);
      if (place.height === view.height()) throw executing();
      // A failed transaction is traced as well as another; a node has `0x0` where tracing itself fails.
      return JSON.stringify({ logs: chain.trace(place), status: '0x1' });
    },
  };
}
