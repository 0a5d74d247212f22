import type { VNode } from 'preact';
import type { Series } from '../../../judge/series.ts';
import { STAGES, type Stage } from '../../../prober/stages.ts';
import { formatMs, formatShare } from '../../svg/number.ts';
import { Waterfall } from '../../svg/waterfall.tsx';
import { STAGE_NAMES } from '../terms.words.ts';
import type { ChartSource } from './chart-source.ts';

/** What a connection costs, stage by stage, on each way to the server. Means, since they add up. */
export function anatomyCharts(of: ChartSource): VNode[] {
  return of.series.flatMap((one) => anatomyChart(one, of) ?? []);
}

function anatomyChart({ cell, ends }: Series, { lang, words, t }: ChartSource): VNode | null {
  const [end] = ends;
  if (end === undefined) return null;
  const times = STAGES.map((stage) => {
    const mean = end.durations[`connect.${stage}`]?.mean_s ?? null;
    return { stage, ms: mean === null ? null : mean * 1000 };
  });
  const sum = (stages: readonly { readonly ms: number | null }[]): number =>
    stages.reduce((total, { ms }) => total + (ms ?? 0), 0);
  const total = sum(times);
  const longest = times.reduce((a, b) => ((b.ms ?? 0) > (a.ms ?? 0) ? b : a));
  if (total === 0) return null;
  const nameOf = (stage: Stage): string => STAGE_NAMES[stage][lang];
  const way = cell.replace(/^anatomy ?/, '');
  const title = t('waterfall', {
    way: way === '' ? '' : t('over', { way }),
    time: formatMs(total),
    stage: nameOf(longest.stage),
    share: formatShare((longest.ms ?? 0) / total),
  });
  return (
    <Waterfall
      lang={lang}
      title={title}
      finding={title}
      words={words.waterfall}
      stages={times.map(({ stage, ms }) => ({ stage: nameOf(stage), ms }))}
      marks={[{ ms: sum(times.slice(0, STAGES.indexOf('firstQuery'))), label: t('usable') }]}
    />
  );
}
