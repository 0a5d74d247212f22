import { checkParams, PARAMS } from '../rpc/params.ts';
import type { Methods } from './methods.ts';

/** Methods about blocks: the text of the recording as it is. */
export const blockMethods: Methods = {
  icx_getLastBlock(view, params) {
    checkParams(params, PARAMS.none);
    return view.block(view.height());
  },

  icx_getBlockByHeight(view, params) {
    const { height = '' } = checkParams(params, PARAMS.height);
    return view.block(view.existing(height));
  },

  icx_getBlockByHash(view, params) {
    const { hash = '' } = checkParams(params, PARAMS.blockHash);
    return view.block(view.heightOf(hash));
  },
};
