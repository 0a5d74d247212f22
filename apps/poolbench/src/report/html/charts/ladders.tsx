import type { VNode } from 'preact';
import { median } from '../../../domain/statistics/quantile.ts';
import { latencyOf, punctual } from '../../../judge/latency.ts';
import { ratesOf, type Series } from '../../../judge/series.ts';
import type { Verdict } from '../../../record/schema/verdict.schema.ts';
import { Ladder, type LadderStep } from '../../svg/ladder.tsx';
import { groupedBy, type ChartSource } from './chart-source.ts';

const PERCENTS = [50, 99];

/** Response times by rate, for each workload for which there are any. */
export function ladderCharts(of: ChartSource): VNode[] {
  const { lang, words, t, series, verdicts, say } = of;
  const rungs = series.filter(({ start }) => start.load.model === 'open');
  return groupedBy(rungs, ({ start }) => start.workload).flatMap(([workload, all]) => {
    const steps = all.map(stepOf).toSorted((a, b) => a.offered - b.offered);
    if (steps.every(({ latencies }) => latencies.every((ms) => ms === null))) return [];
    const verdict = verdicts.find((one) => one.workload === workload && one.metric === 'load.target_rate');
    const ms = objectiveOf(verdict);
    const rate = verdict?.value ?? null;
    const title = rate === null ? t('ladder', { workload }) : t('ladderMeets', { workload, rate });
    return (
      <Ladder
        lang={lang}
        title={title}
        finding={verdict === undefined ? title : say(verdict)}
        words={words.ladder}
        percentiles={PERCENTS.map((percent) => `p${percent}`)}
        steps={steps}
        {...(ms !== null && { objective: { ms, label: t('objective') } })}
      />
    );
  });
}

function stepOf(series: Series): LadderStep {
  const sound = punctual(series.ends);
  return {
    offered: series.start.load.target_rate ?? 0,
    achieved: median(ratesOf(series)),
    latencies: PERCENTS.map((percent) => latencyOf(sound, percent)?.ms ?? null),
  };
}

// `p99 within 20 ms`
function objectiveOf(verdict: Verdict | undefined): number | null {
  const [, ms] = /within ([\d.]+) ms/.exec(verdict?.method ?? '') ?? [];
  return ms === undefined ? null : Number(ms);
}
