import { ADDRESS, genesisId, type JsonObject } from '@madang/icon';

const EMPTY_BLOOM = `0x${'0'.repeat(512)}`;

/** The id and the result that a node gives for the first transaction of its chain; neither is in the block. */
export interface GenesisAnswers {
  readonly id: string;
  /** The answer of `icx_getTransactionResult` as JSON text, keys in the node's order. */
  readonly receipt: string;
}

/** Makes the answers about a genesis transaction: it succeeds, writes no logs and costs nothing. */
export function genesisAnswers(genesis: JsonObject, blockHash: string): GenesisAnswers {
  const id = genesisId(genesis);
  const receipt = {
    blockHash,
    blockHeight: '0x0',
    cumulativeStepUsed: '0x0',
    eventLogs: [],
    logsBloom: EMPTY_BLOOM,
    status: '0x1',
    stepPrice: '0x0',
    stepUsed: '0x0',
    to: ADDRESS.zero,
    txHash: id,
    txIndex: '0x0',
  };
  return { id, receipt: JSON.stringify(receipt) };
}
