import { join } from 'node:path';
import { readStatus } from '@madang/indexer';
import { h } from 'preact';
import { defineSystem } from '@madang/system';
import { blocks, blockTransactions, blockWithTransactions, oneBlock } from './block/block.answer.ts';
import { trackerProjection } from './chain/tracker.projection.ts';
import { ChainFreshness } from './home/chain-freshness.tsx';
import { overview } from './home/home.answer.ts';
import { live } from './status/live.ts';
import { stats, status } from './status/status.answer.ts';
import { toStatus } from './status/status.schema.ts';
import { oneTransaction, transactions } from './transaction/transaction.answer.ts';

export { trackerProjection } from './chain/tracker.projection.ts';

/** The ICON block explorer. */
export const tracker = defineSystem({
  name: 'tracker',
  title: { ko: '탐색기', en: 'Explorer' },
  summary: {
    ko: 'ICON 블록체인을 따라가며 블록과 트랜잭션을 보여 줍니다.',
    en: 'Follows an ICON blockchain and shows its blocks and transactions.',
  },
  folder: join(import.meta.dirname, '..'),
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
  ],
  live: [live],
  places: [
    { title: { ko: '홈', en: 'Home' }, path: '/' },
    { title: { ko: '블록', en: 'Blocks' }, path: '/blocks' },
    { title: { ko: '트랜잭션', en: 'Transactions' }, path: '/transactions' },
  ],
  banner: async ({ sql }) => h(ChainFreshness, { status: toStatus(await readStatus(sql)) }),
  async ready({ sql }) {
    const { indexedHeight, state, reason } = await readStatus(sql);
    if (indexedHeight === null) return 'no block is indexed yet';
    return state === 'stopped' ? (reason ?? 'indexing stopped') : null;
  },
});
