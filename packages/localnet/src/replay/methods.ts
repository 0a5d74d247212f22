import { raise } from '@madang/errors';
import type { Method } from '../node/rpc/envelope.ts';
import type { ReplayView } from './view.ts';
import { notRecorded } from '../node/rpc/failure.ts';
import { blockMethods } from '../node/methods/blocks.ts';
import { stateMethods } from './state-methods.ts';
import { transactionMethods } from '../node/methods/transactions.ts';

// What a real node answers beside these: a request of it is refused with a reason, but it is not an unknown method.
const NOT_RECORDED = [
  'btp_getHeader',
  'btp_getMessages',
  'btp_getNetworkInfo',
  'btp_getNetworkTypeInfo',
  'btp_getProof',
  'btp_getSourceInformation',
  'icx_getBlockHeaderByHeight',
  'icx_getDataByHash',
  'icx_getProofForEvents',
  'icx_getProofForResult',
  'icx_getTotalSupply',
  'icx_getVotesByHeight',
  'icx_sendTransaction',
  'icx_sendTransactionAndWait',
  'icx_waitTransactionResult',
];

/** Every method that a replay knows. */
export function methodsOf(view: ReplayView): ReadonlyMap<string, Method> {
  const answered = Object.entries({ ...blockMethods, ...transactionMethods, ...stateMethods });
  return new Map<string, Method>([
    ...answered.map(([name, method]): [string, Method] => [name, (params) => method(view, params)]),
    ...NOT_RECORDED.map((name): [string, Method] => [name, () => raise(notRecorded(name))]),
  ]);
}
