import { Card, Chart, formatNumber, useWords } from '@madang/web';
import type { VNode } from 'preact';
import type { BlockActivity } from './home.schema.ts';
import { homeWords } from './home.words.ts';

/** How busy the chain is: the transactions of each of the newest blocks. Nothing before there are two. */
export function ActivityChart({ activity }: { activity: readonly BlockActivity[] }): VNode | null {
  const t = useWords(homeWords);
  const blocks = activity.length;
  if (blocks < 2) return null;
  const counts = activity.map(({ transactionCount }) => transactionCount);
  const count = counts.reduce((sum, each) => sum + each, 0);
  const average = formatNumber(Math.round((count / blocks) * 10) / 10);
  return (
    <Card title={t('perBlock')}>
      <Chart
        title={t('perBlockAnswer', { blocks, count, average })}
        shape="bars"
        x={{ label: t('height'), values: activity.map(({ height }) => height) }}
        y={{ label: t('transactions'), unit: t('unit') }}
        series={[{ label: t('transactions'), values: counts }]}
      />
    </Card>
  );
}
