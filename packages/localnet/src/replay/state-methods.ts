import { ADDRESS, formatInteger, isObject, type JsonObject } from '@madang/icon';
import { calledMethod } from '../node/methods/called-method.ts';
import { contractFailure, notFound, notRecorded } from '../node/rpc/failure.ts';
import { checkParams, PARAMS } from '../node/rpc/params.ts';
import type { ReplayView } from './view.ts';

// Status of these two cannot be worked out from the chain; any other contract's can, so a follower has to.
const TOLD_STATUS: readonly string[] = [ADDRESS.system, ADDRESS.governance];

/** Methods about state, as far as a recording may answer: it knows one height only. */
export const stateMethods: Readonly<Record<string, (view: ReplayView, params: unknown) => string>> = {
  icx_getNetworkInfo(view, params) {
    checkParams(params, PARAMS.none);
    const { network } = view.recording.state;
    return JSON.stringify({ ...network, earliest: '0x0', latest: formatInteger(view.height()) });
  },

  icx_getBalance(view, params) {
    const { address = '', height } = checkParams(params, PARAMS.address);
    const { state } = view.recording;
    if (view.queryHeight(height) !== state.height) {
      throw notFound(`a recording knows balances at height ${state.height} only`);
    }
    return JSON.stringify(state.balances[address] ?? '0x0');
  },

  icx_getScoreApi(view, params) {
    const { address = '', height } = checkParams(params, PARAMS.contract);
    return JSON.stringify(apiAt(view, address, view.queryHeight(height)) ?? noApi(view, address, height));
  },

  icx_getScoreStatus(view, params) {
    const { address = '' } = checkParams(params, PARAMS.contract);
    const status = view.recording.state.contracts[address]?.status;
    if (TOLD_STATUS.includes(address) && status !== undefined) return JSON.stringify(status);
    throw notRecorded(`icx_getScoreStatus of ${address}`);
  },

  icx_call(view, params) {
    const { to = '', height } = checkParams(params, PARAMS.call);
    const { method } = calledMethod(params);
    const api = apiAt(view, to, view.queryHeight(height));
    if (api === undefined) throw contractFailure(2, 'ContractNotFound');
    const entry = api.find(({ type, name }) => type === 'function' && name === method);
    if (entry === undefined) throw contractFailure(3, 'MethodNotFound');
    if (entry['readonly'] !== '0x1') throw contractFailure(9, 'AccessDenied');
    const label = view.recording.state.labels.get(to)?.[method];
    if (typeof label !== 'string') throw notRecorded(`icx_call of ${method}`);
    return JSON.stringify(label);
  },
};

function apiAt(
  { recording }: ReplayView,
  address: string,
  height: number,
): readonly JsonObject[] | undefined {
  const from = recording.chain.contracts.activeFrom(address);
  const api = recording.state.contracts[address]?.api;
  const active = from !== undefined && from <= height && Array.isArray(api);
  return active ? (api as unknown[]).filter(isObject) : undefined;
}

function noApi(view: ReplayView, address: string, height: string | undefined): never {
  const from = view.recording.chain.contracts.knownFrom(address);
  const known = from !== undefined && from <= view.queryHeight(height);
  throw notFound(
    known ? `E2008:Account(${address}) doesn't have active contract` : `E2008:No account for ${address}`,
  );
}
