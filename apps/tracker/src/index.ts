import { join } from 'node:path';
import { chainSettings } from '@madang/indexer';
import { defineSystem } from '@madang/system';
import { h } from 'preact';
import {
  addressInternalTransfers,
  addressLogs,
  addressTokenTransfers,
  addressTransactions,
} from './address/address-lists.answer.ts';
import { addressWithTransactions, oneAddress } from './address/address.answer.ts';
import { blocks, blockTransactions, blockWithTransactions, oneBlock } from './block/block.answer.ts';
import { trackerStatus } from './chain/head.ts';
import { trackerProjection } from './chain/tracker.projection.ts';
import { contracts, oneContract } from './contract/contract.answer.ts';
import { contractFile, contractFiles, contractSource } from './contract/source.answer.ts';
import { ChainFreshness } from './home/chain-freshness.tsx';
import { overview } from './home/home.answer.ts';
import { logs } from './log/log.answer.ts';
import { search } from './search/search.answer.ts';
import { searchPlace } from './search/search.place.ts';
import { live } from './status/live.ts';
import { stats, status } from './status/status.answer.ts';
import { toStatus } from './status/status.schema.ts';
import { tokenHolders, tokenOwners, tokenTransfersOfToken } from './token/holding.answer.ts';
import { oneToken, tokenOverview, tokens } from './token/token.answer.ts';
import {
  transactionInternalTransfers,
  transactionLogs,
  transactionTokenTransfers,
  transactionWithContents,
} from './transaction/inside.answer.ts';
import { oneTransaction, transactions } from './transaction/transaction.answer.ts';

export { trackerProjection } from './chain/tracker.projection.ts';

/** The ICON block explorer. */
export const tracker = defineSystem({
  name: 'tracker',
  title: { ko: '탐색기', en: 'Explorer' },
  summary: {
    ko: 'ICON 블록체인을 따라가며 블록, 트랜잭션, 주소, 컨트랙트, 토큰을 보여 줍니다.',
    en: 'Follows an ICON blockchain and shows its blocks, transactions, addresses, contracts and tokens.',
  },
  folder: join(import.meta.dirname, '..'),
  settings: chainSettings,
  projections: [trackerProjection],
  answers: [
    overview,
    status,
    stats,
    blocks,
    oneBlock,
    blockWithTransactions,
    blockTransactions,
    transactions,
    oneTransaction,
    transactionWithContents,
    transactionLogs,
    transactionTokenTransfers,
    transactionInternalTransfers,
    logs,
    oneAddress,
    addressWithTransactions,
    addressTransactions,
    addressTokenTransfers,
    addressInternalTransfers,
    addressLogs,
    contracts,
    oneContract,
    contractFiles,
    contractFile,
    contractSource,
    tokens,
    oneToken,
    tokenOverview,
    tokenTransfersOfToken,
    tokenHolders,
    tokenOwners,
    search,
  ],
  live: [live],
  places: [
    { title: { ko: '홈', en: 'Home' }, path: '/' },
    { title: { ko: '블록', en: 'Blocks' }, path: '/blocks' },
    { title: { ko: '트랜잭션', en: 'Transactions' }, path: '/transactions' },
    { title: { ko: '토큰', en: 'Tokens' }, path: '/tokens' },
    { title: { ko: '컨트랙트', en: 'Contracts' }, path: '/contracts' },
  ],
  search: searchPlace,
  banner: async ({ sql }) => h(ChainFreshness, { status: toStatus(await trackerStatus(sql)) }),
  async ready({ sql }) {
    const { indexedHeight, state, reason } = await trackerStatus(sql);
    if (indexedHeight === null) return 'no block is indexed yet';
    return state === 'stopped' ? (reason ?? 'indexing stopped') : null;
  },
});
