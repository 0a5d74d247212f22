import type { VNode } from 'preact';
import { kneedle } from '../../../domain/knee/kneedle.ts';
import { nearestUsl, uslThroughput } from '../../../domain/knee/usl.ts';
import { median } from '../../../domain/statistics/quantile.ts';
import { mostOften } from '../../../judge/limit.ts';
import { isComparable, ratesOf, type Series } from '../../../judge/series.ts';
import { shortNumber } from '../../../judge/comparison.ts';
import { SweepPlot } from '../../svg/sweep-plot.tsx';
import { surroundingsOf } from '../surroundings.ts';
import { LIMITS } from '../terms.words.ts';
import { groupedBy, type ChartSource } from './chart-source.ts';

/** Throughput by pool size, for each workload on each network, with what the methods make of it. */
export function sweepCharts(of: ChartSource): VNode[] {
  const sweeps = groupedBy(of.series, ({ start }) => `${start.workload} ${surroundingsOf(start)}`.trim());
  return sweeps.map(([name, series]) => sweepChart(name, series, of));
}

interface Size {
  readonly size: number;
  readonly throughput: number;
  readonly low: number;
  readonly high: number;
}

function sweepChart(
  name: string,
  series: readonly Series[],
  { lang, words, t, verdicts, say }: ChartSource,
): VNode {
  const ascending = series.toSorted((a, b) => (a.start.pool_size ?? 0) - (b.start.pool_size ?? 0));
  const points = ascending.filter(isComparable).map(sizeOf);
  const own = verdicts.filter(({ workload }) => workload === name);
  const advised = own.find(({ subject }) => subject === 'size');
  const peak = own.find(({ method }) => method === 'usl')?.value ?? null;
  const size = advised?.value ?? null;
  const title = size === null ? t('sweep', { workload: name }) : t('sweepAdvised', { workload: name, size });
  const limit = limitOf(ascending);
  const knee = kneedle(points);
  const law = peak === null || points.length === 0 ? null : nearestUsl(points);
  const marks = [
    { at: size, label: 'nearBest' as const },
    { at: knee ?? null, label: 'kneedle' as const },
    { at: peak, label: 'usl' as const },
  ].flatMap(({ at, label }) =>
    at === null ? [] : [{ size: at, label: t(label, { size: Number.isInteger(at) ? at : shortNumber(at) }) }],
  );
  return (
    <SweepPlot
      lang={lang}
      title={title}
      finding={advised === undefined ? title : say(advised)}
      words={{ ...words.sweep, measured: t('measured') }}
      points={points}
      marks={marks}
      {...(law !== null && { curve: (size: number) => uslThroughput(law, size) })}
      {...(limit !== null && {
        limit: {
          from: limit.from,
          label: t('limit', { size: limit.from, what: LIMITS.get(limit.what)?.[lang] ?? limit.what }),
        },
      })}
    />
  );
}

/** The bounds are the slowest round and the fastest. */
function sizeOf(series: Series): Size {
  const rates = ratesOf(series);
  return {
    size: series.start.pool_size ?? 0,
    throughput: median(rates),
    low: Math.min(...rates),
    high: Math.max(...rates),
  };
}

function limitOf(ascending: readonly Series[]): { readonly from: number; readonly what: string } | null {
  for (const { start, ends } of ascending) {
    const what = mostOften(ends.map(({ limit }) => limit));
    if (what !== null) return { from: start.pool_size ?? 0, what };
  }
  return null;
}
