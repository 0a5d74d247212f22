import { ADDRESS, formatInteger } from '@madang/icon';
import type { Chain } from '../chain/chain.ts';
import { calledMethod } from '../node/methods/called-method.ts';
import { contractFailure, notFound } from '../node/rpc/failure.ts';
import { checkParams, PARAMS } from '../node/rpc/params.ts';
import type { Method } from '../node/rpc/envelope.ts';
import type { ChainView } from '../node/view.ts';
import { apiOf } from '../scores/api.ts';
import { scoreOfArchive } from '../scores/registry.ts';
import { GOVERNANCE_API } from '../system/governance.ts';
import { scoreStatusOf } from '../system/score-status.ts';
import { SYSTEM_API } from '../system/system-api.ts';
import { balanceOf, supplyOf } from '../world/accounts.ts';
import { contractAt } from '../world/contracts.ts';
import { Failure } from '../world/failure.ts';
import { networkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';
import { query } from './query.ts';

/** Methods about the state of a chain that goes on. */
export function stateMethods(chain: Chain, view: ChainView, channel: string): Record<string, Method> {
  const worldAt = (height: string | undefined): World => chain.worldBefore(view.queryHeight(height));
  return {
    icx_getNetworkInfo(params) {
      checkParams(params, PARAMS.none);
      const latest = view.height();
      return JSON.stringify({
        ...{ platform: 'icon', nid: formatInteger(chain.terms.nid), channel },
        ...{ earliest: formatInteger(view.earliest()), latest: formatInteger(latest) },
        stepPrice: formatInteger(networkValue(chain.worldBefore(latest), 'stepPrice')),
      });
    },
    icx_getBalance(params) {
      const { address = '', height } = checkParams(params, PARAMS.address);
      return JSON.stringify(formatInteger(balanceOf(worldAt(height), address)));
    },
    icx_getTotalSupply(params) {
      const { height } = checkParams(params, PARAMS.supply);
      return JSON.stringify(formatInteger(supplyOf(worldAt(height))));
    },
    icx_getScoreApi(params) {
      const { address = '', height } = checkParams(params, PARAMS.contract);
      return JSON.stringify(apiAt(worldAt(height), address));
    },
    icx_getScoreStatus(params) {
      const { address = '', height } = checkParams(params, PARAMS.contract);
      const status = scoreStatusOf(worldAt(height), address);
      if (status === null) throw notFound(`E1005:NoValidContract(addr=${address})`);
      return JSON.stringify(status);
    },
    icx_call(params) {
      const { to = '', from = ADDRESS.zero, height } = checkParams(params, PARAMS.call);
      const { method, given } = calledMethod(params);
      const at = view.queryHeight(height);
      try {
        return JSON.stringify(query(chain, at, { from, to, method, given }));
      } catch (error) {
        if (error instanceof Failure) throw contractFailure(error.code, error.message);
        throw error;
      }
    },
  };
}

function apiAt(world: World, address: string): unknown {
  if (address === ADDRESS.system) return SYSTEM_API;
  if (address === ADDRESS.governance) return GOVERNANCE_API;
  const contract = contractAt(world, address);
  if (contract === null) throw notFound(`E2008:No account for ${address}`);
  const { current } = contract;
  if (current?.status !== 'active') throw notFound(`E2008:Account(${address}) doesn't have active contract`);
  const score = scoreOfArchive(current.codeHash);
  // Only running a contract's code tells its API, and nobody else's is run here.
  return score === undefined ? [] : apiOf(score);
}
