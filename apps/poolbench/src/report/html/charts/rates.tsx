import type { VNode } from 'preact';
import { median } from '../../../domain/statistics/quantile.ts';
import { longestOf } from '../../../judge/latency.ts';
import type { CellSummary } from '../../summary.ts';
import { Bars } from '../../svg/bars.tsx';
import { groupedBy, type ChartSource } from './chart-source.ts';
import { nameOf } from './parts.tsx';

/** The largest this many times the smallest, and the smallest would hardly be seen. */
const LOG_FROM = 20;

/** How much each cell did, for each workload; the whiskers are the slowest round and the fastest. */
export function rateCharts({ lang, words, t, cells }: ChartSource): VNode[] {
  return groupedBy(cells, ({ start }) => start.workload).map(([workload, all]) => {
    const best = all.reduce((a, b) => (b.rate > a.rate ? b : a));
    const title = t('rates', { workload, cell: nameOf(best) });
    const least = Math.min(...all.map(({ rate }) => rate));
    const steep = least > 0 && best.rate > LOG_FROM * least;
    return (
      <Bars
        lang={lang}
        title={title}
        finding={title}
        words={words.bars}
        axis={{ label: t('throughput'), unit: t('unit'), scale: steep ? 'log' : 'linear' }}
        bars={all.map((cell) => ({ label: nameOf(cell), value: cell.rate, ...boundsOf(cell.rates) }))}
      />
    );
  });
}

/** The slowest of those who come at once, for each pool: the median of the rounds. */
export function slowestCharts({ lang, words, t, cells, series }: ChartSource): VNode[] {
  const slowest = cells.map((cell) => {
    const ends = series.find((one) => one.cell === cell.name)?.ends ?? [];
    return { cell, times: ends.map((end) => longestOf(end)) };
  });
  return groupedBy(slowest, ({ cell }) => cell.start.workload).map(([workload, all]) => {
    const bars = all.map(({ cell, times }) => ({ name: nameOf(cell), ms: median(times), times }));
    const best = bars.reduce((a, b) => (b.ms < a.ms ? b : a));
    const title = t('slowest', { workload, cell: best.name });
    return (
      <Bars
        lang={lang}
        title={title}
        finding={title}
        words={words.bars}
        axis={{ label: t('longest'), unit: 'ms', scale: 'linear' }}
        bars={bars.map(({ name, ms, times }) => ({ label: name, value: ms, ...boundsOf(times) }))}
      />
    );
  });
}

function boundsOf(values: CellSummary['rates']): { readonly low: number; readonly high: number } {
  return { low: Math.min(...values), high: Math.max(...values) };
}
