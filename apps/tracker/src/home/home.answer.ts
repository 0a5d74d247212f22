import { headVersion, readStatus } from '@madang/indexer';
import { defineAnswer, type AnswerContext } from '@madang/system';
import { listBlocks } from '../block/block.queries.ts';
import { readStats } from '../status/stats.queries.ts';
import { toStatus } from '../status/status.schema.ts';
import { listTransactions, tilesFrom } from '../transaction/transaction.queries.ts';
import { trackerWords } from '../tracker.words.ts';
import { HomePage } from './home.page.tsx';
import { Overview } from './home.schema.ts';

const ROWS = 10;
const SLABS = 14;
/** More tiles than this in one slab are too small to see. */
const TILES_PER_SLAB = 200;

export const overview = defineAnswer({
  operationId: 'getOverview',
  path: '/overview',
  summary: {
    ko: '첫 화면에 보이는 것: 상태, 센 수, 최근 블록과 트랜잭션, 최근 블록에 담긴 것.',
    en: 'What the first page shows: status, counters, the newest blocks and transactions, and the latest blocks with what is in them.',
  },
  reply: Overview,
  version: async ({ sql }) => {
    const { indexedHeight, nodeHeight, state, waitingFor, reason } = await readStatus(sql);
    return JSON.stringify([indexedHeight, nodeHeight, state, waitingFor, reason]);
  },
  load: loadOverview,
  page: { path: '/', banner: false, title: (lang) => trackerWords(lang)('explorer'), draw: HomePage },
});

async function loadOverview({ sql }: AnswerContext): Promise<Overview> {
  const head = Number(await headVersion(sql));
  const oldest = Math.max(0, head - SLABS + 1);
  const [status, stats, blocks, transactions, tiles] = await Promise.all([
    readStatus(sql).then(toStatus),
    readStats(sql),
    listBlocks(sql, null, ROWS),
    listTransactions(sql, {}, null, ROWS),
    tilesFrom(sql, oldest, TILES_PER_SLAB),
  ]);
  const heights = head < 0 ? [] : Array.from({ length: head - oldest + 1 }, (_, i) => head - i);
  const yard = heights.map((height) => ({
    height,
    tiles: tiles.filter((tile) => tile.height === height).map(({ height: _h, index: _i, ...tile }) => tile),
  }));
  return { status, stats, blocks, transactions, yard };
}
