import { raise } from '@madang/errors';
import { defineAnswer, defineList, type AnswerContext } from '@madang/system';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { blockNotFound } from '../errors.ts';
import { HeightInput, Place } from '../schemas.ts';
import { Transaction } from '../transaction/transaction.schema.ts';
import { transactionsOfBlock } from '../transaction/transaction.queries.ts';
import { trackerWords } from '../tracker.words.ts';
import { BlockPage, BlocksPage } from './block.page.tsx';
import { findBlock, heightOfHash, listBlocks } from './block.queries.ts';
import { Block } from './block.schema.ts';

export const blocks = defineList({
  operationId: 'listBlocks',
  path: '/blocks',
  summary: {
    ko: '모든 블록, 최근 것부터.',
    en: 'All blocks, newest first.',
  },
  item: Block,
  version: ({ sql }) => trackerHead(sql),
  key: z.tuple([Place]),
  keyOf: ({ height }) => [height],
  rows: ({ sql }, _input, { after, limit }) => listBlocks(sql, after?.[0] ?? null, limit),
  page: { path: '/blocks', title: (lang) => trackerWords(lang)('blocks'), draw: BlocksPage },
});

/** A block is named by its height or its hash. */
const BlockId = z
  .string()
  .regex(
    /^(0x[0-9a-f]{64}|0|[1-9]\d{0,14})$/,
    'must be a height (decimal digits without leading zeros) or a hash (0x and 64 lower-case hexadecimal digits)',
  )
  .transform((text) => (text.startsWith('0x') ? text : Number(text)));

export const oneBlock = defineAnswer({
  operationId: 'getBlock',
  path: '/blocks/:block',
  summary: {
    ko: '블록 하나를 높이나 해시로.',
    en: 'One block, by height or hash.',
  },
  params: z.strictObject({ block: BlockId }),
  reply: Block,
  version: 'sealed',
  load: ({ sql }, { block }) => loadBlock(sql, block),
});

const PER_BLOCK = 100;

/** The page of a block shows its first transactions beside it. */
export const blockWithTransactions = defineAnswer({
  operationId: 'getBlockWithTransactions',
  path: '/blocks/:block/overview',
  summary: {
    ko: '블록 하나와 그 안의 처음 백 건의 트랜잭션.',
    en: 'One block and its first hundred transactions.',
  },
  params: z.strictObject({ block: BlockId }),
  reply: z.strictObject({ block: Block, transactions: z.array(Transaction), latestHeight: z.number().int() }),
  version: ({ sql }) => trackerHead(sql),
  async load({ sql }, { block }) {
    const found = await loadBlock(sql, block);
    const [transactions, latest] = await Promise.all([
      transactionsOfBlock(sql, found.height, null, PER_BLOCK),
      trackerHead(sql),
    ]);
    return { block: found, transactions, latestHeight: Number(latest) };
  },
  page: {
    path: '/blocks/:block',
    title: (lang, { block }) => trackerWords(lang)('blockTitle', { height: block.height }),
    draw: BlockPage,
  },
});

export const blockTransactions = defineList({
  operationId: 'listBlockTransactions',
  path: '/blocks/:height/transactions',
  summary: {
    ko: '블록 안의 트랜잭션, 블록에 적힌 순서대로.',
    en: 'The transactions of a block, in block order.',
  },
  params: z.strictObject({ height: HeightInput }),
  item: Transaction,
  version: 'sealed',
  key: z.tuple([Place]),
  keyOf: ({ index }) => [index],
  async rows({ sql }, { height }, { after, limit }) {
    if (after === null) await loadBlock(sql, height);
    return transactionsOfBlock(sql, height, after?.[0] ?? null, limit);
  },
});

async function loadBlock(sql: AnswerContext['sql'], block: number | string): Promise<Block> {
  const height = typeof block === 'number' ? block : await heightOfHash(sql, block);
  return (height === null ? null : await findBlock(sql, height)) ?? raise(blockNotFound({ block }));
}
