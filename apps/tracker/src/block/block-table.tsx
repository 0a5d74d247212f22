import { Amount, formatNumber, Hash, Table, Time, useWords, type Column } from '@madang/web';
import type { VNode } from 'preact';
import { trackerWords } from '../tracker.words.ts';
import type { Block } from './block.schema.ts';

/** Blocks as rows; `short` leaves only what the first page has room for. */
export function BlockTable({
  blocks,
  caption,
  short = false,
}: {
  blocks: readonly Block[];
  caption: string;
  short?: boolean;
}): VNode {
  const t = useWords(trackerWords);
  const height: Column<Block> = {
    key: 'height',
    head: t('height'),
    phone: true,
    cell: (block) => <a href={`/tracker/blocks/${block.height}`}>{formatNumber(block.height)}</a>,
  };
  const time: Column<Block> = {
    key: 'time',
    head: t('time'),
    phone: true,
    cell: ({ timestamp }) => <Time time={timestamp} />,
  };
  const count: Column<Block> = {
    key: 'count',
    head: t('count'),
    align: 'right',
    phone: true,
    cell: (block) => formatNumber(block.transactionCount),
  };
  const fees: Column<Block> = {
    key: 'fees',
    head: t('feesIcx'),
    align: 'right',
    phone: false,
    cell: (block) => <Amount amount={block.fees} />,
  };
  const more: Column<Block>[] = [
    {
      key: 'failed',
      head: t('failedCount'),
      align: 'right',
      phone: false,
      cell: (block) => formatNumber(block.failedTransactionCount),
    },
    {
      key: 'logs',
      head: t('logs'),
      align: 'right',
      phone: false,
      cell: (block) => formatNumber(block.logCount),
    },
    {
      key: 'hash',
      head: t('hash'),
      phone: false,
      cell: (block) => <Hash value={block.hash} href={`/tracker/blocks/${block.hash}`} />,
    },
  ];
  const columns = short ? [height, time, count, fees] : [height, time, count, ...more, fees];
  return <Table caption={caption} rows={blocks} keyOf={(block) => block.height} columns={columns} />;
}
