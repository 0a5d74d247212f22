import {
  Amount,
  Breadcrumb,
  Card,
  Detail,
  Empty,
  ExactTime,
  formatNumber,
  Heading,
  ListFoot,
  listLinks,
  useWords,
  WholeHash,
  type Fact,
} from '@madang/web';
import type { Drawing, ListReply } from '@madang/system';
import type { VNode } from 'preact';
import { TransactionTable } from '../transaction/transaction-table.tsx';
import type { Transaction } from '../transaction/transaction.schema.ts';
import { trackerWords } from '../tracker.words.ts';
import { BlockTable } from './block-table.tsx';
import type { Block } from './block.schema.ts';

export function BlocksPage({ reply, frame, api }: Drawing<ListReply<Block>, unknown>): VNode {
  const t = useWords(trackerWords);
  return (
    <>
      <Heading title={t('blocks')} />
      <Card title={t('latestBlocks')}>
        {reply.items.length === 0 ? (
          <Empty>{t('noBlocks')}</Empty>
        ) : (
          <BlockTable blocks={reply.items} caption={t('blocks')} />
        )}
        <ListFoot {...listLinks(frame, api, reply.next)} />
      </Card>
    </>
  );
}

interface BlockReply {
  readonly block: Block;
  readonly transactions: readonly Transaction[];
  readonly latestHeight: number;
}

export function BlockPage({ reply }: Drawing<BlockReply, unknown>): VNode {
  const t = useWords(trackerWords);
  const { block, transactions, latestHeight } = reply;
  const { height } = block;
  return (
    <>
      <Breadcrumb trail={[{ href: '/tracker/blocks', label: t('blocks') }]} here={formatNumber(height)} />
      <Heading title={t('blockTitle', { height })} />
      <Neighbours height={height} latest={latestHeight} />
      <Card title={t('block')}>
        <Detail rows={factsOf(block, t)} />
      </Card>
      <Card title={t('transactions')}>
        {transactions.length === 0 ? (
          <Empty>{t('noTransactionsInBlock')}</Empty>
        ) : (
          <TransactionTable transactions={transactions} caption={t('transactions')} ofBlock />
        )}
        <ListFoot {...exports(`/api/tracker/v1/blocks/${height}/transactions`)} />
      </Card>
    </>
  );
}

function exports(url: string): { csv: string; jsonLines: string } {
  return { csv: `${url}?format=csv`, jsonLines: `${url}?format=jsonl` };
}

function Neighbours({ height, latest }: { height: number; latest: number }): VNode {
  const t = useWords(trackerWords);
  return (
    <p class="next">
      {height > 0 && (
        <a rel="prev" href={`/tracker/blocks/${height - 1}`}>
          ← {t('previousBlock')}
        </a>
      )}{' '}
      {height < latest && (
        <a rel="next" href={`/tracker/blocks/${height + 1}`}>
          {t('nextBlock')} →
        </a>
      )}
    </p>
  );
}

function factsOf(block: Block, t: ReturnType<typeof trackerWords>): Fact[] {
  const hash = (value: string | null, href?: string): VNode | string =>
    value === null ? t('none') : <WholeHash value={value} copy {...(href === undefined ? {} : { href })} />;
  return [
    { label: t('hash'), value: hash(block.hash) },
    {
      label: t('previousHash'),
      value: hash(
        block.previousHash,
        block.previousHash === null ? undefined : `/tracker/blocks/${block.previousHash}`,
      ),
    },
    { label: t('time'), value: <ExactTime time={block.timestamp} /> },
    { label: t('producer'), value: hash(block.producer) },
    { label: t('count'), value: formatNumber(block.transactionCount) },
    { label: t('failedCount'), value: formatNumber(block.failedTransactionCount) },
    { label: t('logs'), value: formatNumber(block.logCount) },
    { label: t('fees'), value: <Amount amount={block.fees} all unit="ICX" /> },
    { label: t('merkleRoot'), value: hash(block.merkleRoot) },
    { label: t('version'), value: block.version },
  ];
}
