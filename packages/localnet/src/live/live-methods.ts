import { raise } from '@madang/errors';
import type { Chain } from '../chain/chain.ts';
import { blockMethods } from '../node/methods/blocks.ts';
import { transactionMethods } from '../node/methods/transactions.ts';
import { notServed } from '../node/rpc/failure.ts';
import type { Method } from '../node/rpc/envelope.ts';
import type { ChainView } from '../node/view.ts';
import { blockDataMethods } from './block-data-methods.ts';
import { debugMethods } from './debug-methods.ts';
import { sendMethods } from './send-methods.ts';
import { stateMethods } from './state-methods.ts';

/** What a real node answers, and this one does not: proofs over its tries, and bridges to other chains. */
const NOT_SERVED = [
  'btp_getHeader',
  'btp_getMessages',
  'btp_getNetworkInfo',
  'btp_getNetworkTypeInfo',
  'btp_getProof',
  'btp_getSourceInformation',
  'icx_getProofForEvents',
  'icx_getProofForResult',
];

/** Every method of a chain that goes on, by the interface that serves it. */
export function liveMethods(
  chain: Chain,
  view: ChainView,
  channel: string,
): { readonly methods: ReadonlyMap<string, Method>; readonly debugMethods: ReadonlyMap<string, Method> } {
  const shared = Object.entries({ ...blockMethods, ...transactionMethods }).map(
    ([name, method]): [string, Method] => [name, (params) => method(view, params)],
  );
  const own = {
    ...stateMethods(chain, view, channel),
    ...sendMethods(chain, view),
    ...blockDataMethods(chain, view),
  };
  return {
    methods: new Map([
      ...shared,
      ...Object.entries(own),
      ...NOT_SERVED.map((name): [string, Method] => [name, () => raise(notServed(name))]),
    ]),
    debugMethods: new Map(Object.entries(debugMethods(chain, view))),
  };
}
