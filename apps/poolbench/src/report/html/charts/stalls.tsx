import type { VNode } from 'preact';
import { latencyOf, punctual } from '../../../judge/latency.ts';
import type { Series } from '../../../judge/series.ts';
import { formatMs } from '../../svg/number.ts';
import { PercentileCurve, type PercentileSeries } from '../../svg/percentile-curve.tsx';
import { surroundingsOf } from '../surroundings.ts';
import { groupedBy, type ChartSource } from './chart-source.ts';

const PERCENTS = [1, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99];
const MEDIAN = 50;

/** The same stall as an open loop and as a closed one sees it. */
export function stallCharts(of: ChartSource): VNode[] {
  const stalled = of.series.filter(({ start }) => surroundingsOf(start) !== '');
  return groupedBy(stalled, ({ arm, start }) => `${arm} ${surroundingsOf(start)}`).flatMap(([, pair]) => {
    const open = pair.find(({ start }) => start.load.model === 'open');
    const closed = pair.find(({ start }) => start.load.model === 'closed');
    return open === undefined || closed === undefined ? [] : (stallChart(open, closed, of) ?? []);
  });
}

/** Null where one of the two tells nothing: a load that was late has latencies of its own making. */
function stallChart(open: Series, closed: Series, { lang, words, t }: ChartSource): VNode | null {
  const [byOpen, byClosed] = [open, closed].map(({ ends }) => latencyOf(punctual(ends), MEDIAN));
  if (!byOpen || !byClosed) return null;
  const what = { arm: open.arm, where: surroundingsOf(open.start) };
  const [tailOfOpen, tailOfClosed] = [open, closed].map(({ ends }) => latencyOf(punctual(ends), 99));
  const title =
    tailOfOpen && tailOfClosed
      ? t('stall', { ...what, open: formatMs(tailOfOpen.ms), closed: formatMs(tailOfClosed.ms) })
      : t('stalled', what);
  return (
    <PercentileCurve
      lang={lang}
      title={title}
      finding={title}
      words={words.percentile}
      series={[curveOf(open, t('open')), curveOf(closed, t('closed'))]}
    />
  );
}

function curveOf({ ends }: Series, label: string): PercentileSeries {
  const sound = punctual(ends);
  return {
    label,
    points: PERCENTS.map((percent) => ({ percent, ms: latencyOf(sound, percent)?.ms ?? null })),
  };
}
