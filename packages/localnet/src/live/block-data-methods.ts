import { isObject } from '@madang/icon';
import { sign } from '@madang/icon/signature';
import type { Chain } from '../chain/chain.ts';
import { validatorOf } from '../chain/genesis.ts';
import { encodeRlp } from '../chain/rlp.ts';
import { notFound } from '../node/rpc/failure.ts';
import { checkParams, PARAMS } from '../node/rpc/params.ts';
import type { Method } from '../node/rpc/envelope.ts';
import type { ChainView } from '../node/view.ts';
import { archiveOf, codeHashOf } from '../scores/archive.ts';
import { SCORES } from '../scores/registry.ts';
import { integerBytes } from '../scores/integer-bytes.ts';
import { GOVERNANCE_ARCHIVE } from '../system/governance-archive.ts';
import { transactionWithCode } from '../world/contracts.ts';

/** Methods that give bytes as base64: headers and votes of blocks, and archives of contracts by their hash. */
export function blockDataMethods(chain: Chain, view: ChainView): Record<string, Method> {
  return {
    icx_getBlockHeaderByHeight(params) {
      const { height = '' } = checkParams(params, PARAMS.height);
      return base64(chain.headerOf(view.existing(height)));
    },
    icx_getVotesByHeight(params) {
      const { height = '' } = checkParams(params, PARAMS.height);
      return base64(votesOf(chain, view.existing(height)));
    },
    icx_getDataByHash(params) {
      const { hash = '' } = checkParams(params, PARAMS.data);
      const found = archiveWith(hash) ?? deployedArchive(chain, hash);
      if (found === null) throw notFound('Fail to find data');
      return base64(found);
    },
  };
}

const base64 = (bytes: Buffer): string => JSON.stringify(bytes.toString('base64'));

/** Round, and for each validator the time and the signature of its vote. There is one validator, who agrees at once. */
function votesOf({ terms, ledger, timestampOf }: Chain, height: number): Buffer {
  const { block_hash } = JSON.parse(ledger.block(height)) as { block_hash: string };
  const signature = Buffer.from(sign(`0x${block_hash}`, validatorOf(terms.seed).privateKey), 'base64');
  return encodeRlp([integerBytes(0n), [[integerBytes(timestampOf(height)), signature]]]);
}

function archiveWith(hash: string): Buffer | null {
  if (hash === GOVERNANCE_ARCHIVE.codeHash) return GOVERNANCE_ARCHIVE.bytes;
  const score = SCORES.find((one) => codeHashOf(one) === hash);
  return score === undefined ? null : archiveOf(score);
}

/** An archive that somebody deployed stands in that transaction. */
function deployedArchive({ ledger }: Chain, hash: string): Buffer | null {
  const transaction = transactionWithCode(ledger.state, hash);
  const place = transaction === null ? undefined : ledger.placeOf(transaction);
  if (place === undefined) return null;
  const { confirmed_transaction_list: list } = JSON.parse(ledger.block(place.height)) as {
    confirmed_transaction_list: readonly { readonly data?: unknown }[];
  };
  const data = list[place.index]?.data;
  const content = isObject(data) ? data['content'] : undefined;
  return typeof content === 'string' ? Buffer.from(content.slice(2), 'hex') : null;
}
