import { ADDRESS, genesisId } from '@madang/icon';
import type { BlockEntry } from '../ledger/ledger.ts';
import { genesisAnswers } from '../node/methods/genesis-answers.ts';
import { foundSystem } from '../system/foundation.ts';
import { GOVERNANCE_ARCHIVE } from '../system/governance-archive.ts';
import { issue } from '../world/accounts.ts';
import { setContract } from '../world/contracts.ts';
import { setNetworkValue } from '../world/network-values.ts';
import { layerOver, type World } from '../world/world.ts';
import { sealBlock } from './block.ts';
import { resultHashOf } from './block-maker.ts';
import {
  genesisOf,
  godOf,
  REVISION,
  STEP_LIMITS,
  STEP_PRICE,
  SUPPLY,
  validatorOf,
  type ChainTerms,
} from './genesis.ts';

/** The first block: its transaction lists the accounts that the chain begins with. */
export function genesisEntry(terms: ChainTerms): BlockEntry {
  const genesis = genesisOf(terms, GOVERNANCE_ARCHIVE.codeHash);
  const id = genesisId(genesis);
  const world = layerOver(NOTHING);
  found(world, terms, id);
  const { hash, text } = sealBlock({
    ...{ height: 0, timestamp: 0n, proposer: null, previousHash: null },
    resultHash: resultHashOf([]),
    transactions: [genesis],
    transactionHashes: [id],
  });
  const { receipt } = genesisAnswers(genesis, hash);
  return { hash, text, transactions: [{ hash: id, receipt }], writes: world.writes };
}

const NOTHING: World = { get: () => null, set: () => undefined };

function found(world: World, { seed, auditEnabled }: ChainTerms, id: string): void {
  const god = godOf(seed).address;
  issue(world, god, SUPPLY);
  setNetworkValue(world, 'stepPrice', STEP_PRICE);
  setNetworkValue(world, 'revision', BigInt(REVISION));
  setNetworkValue(world, 'invokeLimit', BigInt(STEP_LIMITS.invoke));
  setNetworkValue(world, 'queryLimit', BigInt(STEP_LIMITS.query));
  setContract(world, ADDRESS.governance, {
    owner: god,
    current: {
      status: 'active',
      deployTxHash: id,
      auditTxHash: id,
      type: 'python',
      codeHash: GOVERNANCE_ARCHIVE.codeHash,
    },
  });
  foundSystem(world, { seed, producer: validatorOf(seed).address, auditEnabled });
}
