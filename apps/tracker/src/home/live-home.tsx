import { Card, Columns, Facts, formatNumber, useWords, Yard, type Fact, type YardSlab } from '@madang/web';
import { island, useLive } from '@madang/web/islands';
import type { VNode } from 'preact';
import { BlockTable } from '../block/block-table.tsx';
import { TransactionTable } from '../transaction/transaction-table.tsx';
import { trackerWords } from '../tracker.words.ts';
import { ActivityChart } from './activity-chart.tsx';
import { ChainFreshness } from './chain-freshness.tsx';
import type { Overview } from './home.schema.ts';
import { homeWords } from './home.words.ts';

interface LiveHomeProps {
  readonly initial: Overview;
  /** The answer that is drawn, and the stream that tells when it may have changed. */
  readonly url: string;
  readonly events: string;
}

export const LiveHome = island(
  'live-home',
  function LiveHome({ initial, url, events }: LiveHomeProps): VNode {
    const t = useWords(trackerWords);
    const words = useWords(homeWords);
    const { data, connection } = useLive<Overview>({ url, events, on: ['block', 'status'], initial });
    const { stats, blocks, transactions } = data;
    return (
      <>
        <h1 class="unseen">{t('explorer')}</h1>
        <ChainFreshness status={data.status} connection={connection} />
        <Facts facts={countersOf(stats, words)} />
        <Yard slabs={data.yard.map(toSlab)} />
        <ActivityChart activity={data.activity} />
        <Columns>
          <Card title={t('latestBlocks')} action={{ href: '/tracker/blocks', label: t('seeAll') }}>
            <BlockTable blocks={blocks} caption={t('latestBlocks')} short />
          </Card>
          <Card
            title={t('latestTransactions')}
            action={{ href: '/tracker/transactions', label: t('seeAll') }}
          >
            <TransactionTable transactions={transactions} caption={t('latestTransactions')} short />
          </Card>
        </Columns>
      </>
    );
  },
);

function countersOf(stats: Overview['stats'], t: ReturnType<typeof homeWords>): Fact[] {
  return [
    { label: t('transactions'), value: formatNumber(stats.transactions) },
    { label: t('failed'), value: formatNumber(stats.failedTransactions) },
    { label: t('tokenTransfers'), value: formatNumber(stats.tokenTransfers) },
    { label: t('addresses'), value: formatNumber(stats.addresses) },
    { label: t('contracts'), value: formatNumber(stats.contracts) },
    { label: t('tokens'), value: formatNumber(stats.tokens) },
  ];
}

function toSlab({ height, tiles }: Overview['yard'][number]): YardSlab {
  return {
    height,
    href: `/tracker/blocks/${height}`,
    tiles: tiles.map(({ hash, kind, method, status, stepUsed }) => ({
      href: `/tracker/transactions/${hash}`,
      kind,
      method,
      steps: stepUsed,
      failed: status === 'failure',
    })),
  };
}
