import { formatInteger, type JsonObject } from '@madang/icon';
import { executing, pending } from '../rpc/failure.ts';
import { checkParams, PARAMS } from '../rpc/params.ts';
import type { Methods } from './methods.ts';
import { inNodeOrder } from './node-order.ts';

/** Methods about transactions. */
export const transactionMethods: Methods = {
  icx_getTransactionByHash(view, params) {
    const { txHash = '' } = checkParams(params, PARAMS.transactionHash);
    const { height, index } = view.transaction(txHash);
    const block = JSON.parse(view.block(height)) as RecordedBlock;
    const place = {
      blockHash: `0x${block.block_hash}`,
      blockHeight: formatInteger(height),
      txIndex: formatInteger(index),
    };
    return JSON.stringify(inNodeOrder({ ...block.confirmed_transaction_list[index], ...place }));
  },

  // The block after a transaction's seals its result, so those of the newest block are not there yet.
  icx_getTransactionResult(view, params) {
    const { txHash = '' } = checkParams(params, PARAMS.transactionHash);
    if (view.isPending(txHash)) throw pending();
    const { height, receipt } = view.transaction(txHash);
    if (height === view.height()) throw executing();
    return receipt;
  },
};

interface RecordedBlock {
  readonly block_hash: string;
  readonly confirmed_transaction_list: readonly JsonObject[];
}
