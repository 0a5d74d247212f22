import type { VNode } from 'preact';
import {
  Amount,
  Card,
  Columns,
  Facts,
  Freshness,
  Hash,
  Kind,
  ListFoot,
  Table,
  Time,
  useWords,
  Yard,
  formatNumber,
} from '../src/index.ts';
import { island, useLive } from '../src/islands/index.ts';
import { galleryWords } from './gallery.words.ts';
import { sampleBlocks, slabsOf, type SampleBlock, type SampleTransaction } from './sample.ts';

/** What the address of the live data answers. */
export interface HomeData {
  readonly blocks: readonly SampleBlock[];
}

export function Home(): VNode {
  return <LiveHome blocks={sampleBlocks()} />;
}

/** The front page of an explorer, which follows the chain. */
export const LiveHome = island('gallery-home', FollowingHome);

function FollowingHome(initial: HomeData): VNode {
  const live = useLive({ url: '/data', events: '/events', on: ['block'], initial });
  const { blocks } = live.data;
  const t = useWords(galleryWords);
  const tip = blocks[0];
  return (
    <>
      <h1 class="unseen">{t('home')}</h1>
      <Freshness tone="good" tip={tip ?? null} note={t('likeNode')} connection={live.connection} />
      <Facts
        facts={[
          { label: t('blocks'), value: formatNumber((tip?.height ?? 0) + 1) },
          { label: t('transactions'), value: formatNumber(8264) },
          { label: t('failures'), value: formatNumber(933) },
          { label: t('logs'), value: formatNumber(6236) },
          { label: t('audit'), value: t('noDifference'), tone: 'good' },
        ]}
      />
      <Yard slabs={slabsOf(blocks)} />
      <Columns>
        <LatestBlocks blocks={blocks} />
        <LatestTransactions transactions={blocks.flatMap(({ transactions }) => transactions).slice(0, 10)} />
      </Columns>
    </>
  );
}

function LatestBlocks({ blocks }: { blocks: readonly SampleBlock[] }): VNode {
  const t = useWords(galleryWords);
  return (
    <Card title={t('latestBlocks')} action={{ href: '/blocks', label: t('all') }}>
      <Table
        caption={t('latestBlocks')}
        rows={blocks.slice(0, 10)}
        keyOf={({ height }) => height}
        columns={[
          { key: 'height', head: t('height'), phone: true, cell: ({ height }) => blockLink(height) },
          { key: 'time', head: t('time'), phone: true, cell: ({ time }) => <Time time={time} /> },
          {
            key: 'count',
            head: t('count'),
            align: 'right',
            phone: true,
            cell: ({ transactions }) => formatNumber(transactions.length),
          },
          {
            key: 'fees',
            head: t('fees'),
            align: 'right',
            phone: false,
            cell: ({ fees }) => <Amount amount={fees} />,
          },
        ]}
      />
      <ListFoot older="/blocks?cursor=1764" csv="/blocks?format=csv" jsonLines="/blocks?format=jsonl" />
    </Card>
  );
}

function LatestTransactions({ transactions }: { transactions: readonly SampleTransaction[] }): VNode {
  const t = useWords(galleryWords);
  return (
    <Card title={t('latestTransactions')} action={{ href: '/transactions', label: t('all') }}>
      <Table
        caption={t('latestTransactions')}
        rows={transactions}
        keyOf={({ hash }) => hash}
        columns={[
          {
            key: 'hash',
            head: t('hash'),
            phone: true,
            cell: ({ hash }) => <Hash value={hash} href={`/transaction/${hash}`} />,
          },
          { key: 'kind', head: t('kind'), phone: true, cell: (row) => <Kind {...row} /> },
          { key: 'parties', head: t('parties'), phone: false, cell: (row) => <Parties {...row} /> },
          {
            key: 'value',
            head: 'ICX',
            align: 'right',
            phone: true,
            cell: ({ value }) => <Amount amount={value} />,
          },
        ]}
      />
      <ListFoot older="/transactions?cursor=2" newer="/transactions" />
    </Card>
  );
}

function Parties({ from, to }: { from: string; to: string }): VNode {
  return (
    <>
      <Hash value={from} href={`/address/${from}`} /> <span aria-hidden="true">→</span>{' '}
      <Hash value={to} href={`/address/${to}`} />
    </>
  );
}

function blockLink(height: number): VNode {
  return <a href={`/block/${height}`}>{formatNumber(height)}</a>;
}
