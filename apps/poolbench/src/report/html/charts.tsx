import type { VNode } from 'preact';
import type { Section } from '../report.ts';
import { anatomyCharts } from './charts/anatomy.tsx';
import { chartSourceOf, type ChartSource } from './charts/chart-source.ts';
import { courseChart } from './charts/course.tsx';
import { ladderCharts } from './charts/ladders.tsx';
import { partsCharts } from './charts/parts.tsx';
import { rateCharts, slowestCharts } from './charts/rates.tsx';
import { ratioCharts } from './charts/ratios.tsx';
import { stallCharts } from './charts/stalls.tsx';
import { sweepCharts } from './charts/sweeps.tsx';
import { timelineCharts } from './charts/timelines.tsx';
import { titleOf } from './findings.tsx';
import type { Say } from './html.words.ts';
import type { Source } from './source.ts';

type Draw = (of: ChartSource) => VNode[];

/** What is drawn for each scenario; nothing is drawn without data. */
const CHARTS: ReadonlyMap<string, readonly Draw[]> = new Map<string, readonly Draw[]>([
  ['S1', [anatomyCharts]],
  ['S2', [ratioCharts, partsCharts]],
  ['S3', [sweepCharts, partsCharts]],
  ['S4', [ladderCharts]],
  ['S5', [stallCharts, timelineCharts]],
  ['S7', [ratioCharts, rateCharts]],
  ['S8', [slowestCharts]],
  ['S9', [ratioCharts, partsCharts]],
  ['S10', [ratioCharts, partsCharts]],
  ['S11', [ratioCharts, partsCharts]],
  ['S12', [timelineCharts]],
  ['S13', [timelineCharts]],
  ['S14', [ratioCharts, rateCharts]],
  ['S15', [ratioCharts]],
]);

/** With more charts than this of one scenario, the others are folded away. */
const SHOWN = 6;

/** The charts of every scenario that has something to draw, and the whole run in one. */
export function Charts({ source, t }: { source: Source; t: Say }): VNode | null {
  const drawn = source.report.sections
    .map((section) => ({ section, charts: chartsOf(section, source) }))
    .filter(({ charts }) => charts.length > 0);
  const course = courseChart(source);
  if (drawn.length === 0 && course === null) return null;
  return (
    <section aria-labelledby="charts">
      <h2 id="charts">{t('charts')}</h2>
      {drawn.map(({ section: { scenario }, charts }) => (
        <section class="scenario">
          <h3>{titleOf(scenario, source, t)}</h3>
          <div class="charts">{charts.slice(0, SHOWN)}</div>
          {charts.length > SHOWN && (
            <details>
              <summary>{t('moreCharts', { count: charts.length - SHOWN })}</summary>
              <div class="charts">{charts.slice(SHOWN)}</div>
            </details>
          )}
        </section>
      ))}
      {course !== null && (
        <section class="scenario">
          <h3>{t('wholeRun')}</h3>
          <div class="charts">{course}</div>
        </section>
      )}
    </section>
  );
}

function chartsOf(section: Section, source: Source): VNode[] {
  const of = chartSourceOf(section, source);
  return (CHARTS.get(section.scenario) ?? []).flatMap((draw) => draw(of));
}
