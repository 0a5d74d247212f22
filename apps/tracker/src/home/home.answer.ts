import { defineAnswer, type AnswerContext } from '@madang/system';
import { trackerHead, trackerStatus } from '../chain/head.ts';
import { listBlocks } from '../block/block.queries.ts';
import { readStats } from '../status/stats.queries.ts';
import { toStatus } from '../status/status.schema.ts';
import { listTransactions, tilesFrom } from '../transaction/transaction.queries.ts';
import { trackerWords } from '../tracker.words.ts';
import { HomePage } from './home.page.tsx';
import { newestActivity } from './home.queries.ts';
import { Overview } from './home.schema.ts';

const ROWS = 10;
const SLABS = 14;
/** More tiles than this in one slab are too small to see. */
const TILES_PER_SLAB = 200;
/** Four minutes of a chain with a block every two seconds. */
const BLOCKS_IN_CHART = 120;

export const overview = defineAnswer({
  operationId: 'getOverview',
  path: '/overview',
  summary: {
    ko: '첫 화면에 보이는 것: 상태, 센 수, 블록마다의 트랜잭션 수, 최근 블록과 트랜잭션, 최근 블록에 담긴 것.',
    en: 'What the first page shows: status, counters, transactions per block, the newest blocks and transactions, and the latest blocks with what is in them.',
  },
  reply: Overview,
  version: async ({ sql }) => {
    const { indexedHeight, nodeHeight, state, waitingFor, reason } = await trackerStatus(sql);
    return JSON.stringify([indexedHeight, nodeHeight, state, waitingFor, reason]);
  },
  load: loadOverview,
  page: { path: '/', banner: false, title: (lang) => trackerWords(lang)('explorer'), draw: HomePage },
});

async function loadOverview({ sql }: AnswerContext): Promise<Overview> {
  const head = Number(await trackerHead(sql));
  const oldest = Math.max(0, head - SLABS + 1);
  const [status, stats, activity, blocks, transactions, tiles] = await Promise.all([
    trackerStatus(sql).then(toStatus),
    readStats(sql),
    newestActivity(sql, BLOCKS_IN_CHART),
    listBlocks(sql, null, ROWS),
    listTransactions(sql, {}, null, ROWS),
    tilesFrom(sql, oldest, TILES_PER_SLAB),
  ]);
  const heights = head < 0 ? [] : Array.from({ length: head - oldest + 1 }, (_, i) => head - i);
  const yard = heights.map((height) => ({
    height,
    tiles: tiles.filter((tile) => tile.height === height).map(({ height: _h, index: _i, ...tile }) => tile),
  }));
  return { status, stats, activity, blocks, transactions, yard };
}
