import { useWords, type Lang } from '@madang/web';
import type { VNode } from 'preact';
import { STAGES } from '../prober/stages.ts';
import { STAGE_NAMES } from '../report/html/terms.words.ts';
import { RatioPlot, type RatioRow } from '../report/svg/ratio-plot.tsx';
import { SweepPlot } from '../report/svg/sweep-plot.tsx';
import { svgWords } from '../report/svg/svg.words.ts';
import { Timeline } from '../report/svg/timeline.tsx';
import { Waterfall } from '../report/svg/waterfall.tsx';
import type { Finding, Moment, ReportCell, ReportSection } from './report.schema.ts';
import { runsWords, type SayRuns } from './runs.words.ts';

interface Shown {
  readonly lang: Lang;
  readonly t: SayRuns;
}

/** The run in pictures; those of which it has no values are left out. */
export function ReportCharts(props: {
  sections: readonly ReportSection[];
  moments: readonly Moment[];
  lang: Lang;
}): VNode {
  const { sections, moments, lang } = props;
  const shown: Shown = { lang, t: useWords(runsWords) };
  const cellsOf = (id: string): readonly ReportCell[] =>
    sections.find(({ scenario }) => scenario === id)?.cells ?? [];
  return (
    <>
      {cellsOf('S1').map((cell) => (
        <Anatomy key={cell.name} cell={cell} shown={shown} />
      ))}
      <Ratios findings={sections.flatMap(({ findings }) => findings)} shown={shown} />
      {sweepsIn(cellsOf('S3')).map(({ workload, cells }) => (
        <Sweep
          key={workload}
          workload={workload}
          cells={cells}
          advised={advisedIn(sections, workload)}
          shown={shown}
        />
      ))}
      {moments.length > 0 && <Course moments={moments} shown={shown} />}
    </>
  );
}

function Anatomy({ cell, shown: { lang, t } }: { cell: ReportCell; shown: Shown }): VNode {
  const title = t('anatomy', { cell: cell.name });
  const stages = STAGES.flatMap((stage) => {
    const seconds = cell.means_s[`connect.${stage}`];
    return seconds === undefined ? [] : [{ stage: STAGE_NAMES[stage][lang], ms: seconds * 1000 }];
  });
  return (
    <Waterfall lang={lang} title={title} finding={title} words={svgWords(lang).waterfall} stages={stages} />
  );
}

function Ratios({
  findings,
  shown: { lang, t },
}: {
  findings: readonly Finding[];
  shown: Shown;
}): VNode | null {
  const rows = findings.flatMap(rowsOf);
  if (rows.length === 0) return null;
  const delta = Math.max(...findings.flatMap(({ delta: of }) => of ?? []));
  return (
    <RatioPlot
      lang={lang}
      title={t('ratios')}
      finding={t('ratios')}
      words={svgWords(lang).ratio}
      rows={rows}
      delta={delta}
    />
  );
}

function rowsOf({ subject, answer, arm, against, workload, value, low, high, method }: Finding): RatioRow[] {
  if (subject !== 'comparison' || !isVerdict(answer)) return [];
  const label = `${workload ?? ''}: ${arm ?? '?'} / ${against ?? '?'}`;
  const kind = method === 'range' ? 'range' : 'interval';
  return [{ label, median: value, low, high, kind, verdict: answer }];
}

function isVerdict(answer: Finding['answer']): answer is RatioRow['verdict'] {
  return ['better', 'worse', 'same', 'undecided'].includes(answer);
}

interface SweepOf {
  readonly workload: string;
  readonly cells: readonly ReportCell[];
}

/** One sweep for each workload and way: the name of a cell tells the way behind the workload. */
function sweepsIn(cells: readonly ReportCell[]): SweepOf[] {
  const names = [...new Set(cells.map(sweepName))];
  return names.map((workload) => ({
    workload,
    cells: cells.filter((cell) => sweepName(cell) === workload),
  }));
}

function sweepName({ name, arm, workload }: ReportCell): string {
  const way = name.startsWith(`${arm} ${workload} `) ? name.slice(`${arm} ${workload} `.length) : '';
  return [workload, way.replace(/^×\d+ ?/, '')].join(' ').trimEnd();
}

function advisedIn(sections: readonly ReportSection[], workload: string): number | null {
  const findings = sections.flatMap((section) => section.findings);
  return findings.find((one) => one.answer === 'advised' && one.workload === workload)?.value ?? null;
}

function Sweep(props: SweepOf & { advised: number | null; shown: Shown }): VNode {
  const { workload, cells, advised, shown } = props;
  const { lang, t } = shown;
  const points = cells.map(({ poolSize, rate, rates }) => ({
    size: poolSize ?? 0,
    throughput: rate,
    low: Math.min(...rates),
    high: Math.max(...rates),
  }));
  const [best] = points.toSorted((a, b) => (b.throughput ?? 0) - (a.throughput ?? 0));
  const finding =
    best === undefined ? '' : t('best', { size: best.size, rate: Math.round(best.throughput ?? 0) });
  return (
    <SweepPlot
      lang={lang}
      title={t('sweep', { workload })}
      finding={finding}
      words={svgWords(lang).sweep}
      points={points}
      marks={advised === null ? [] : [{ size: advised, label: t('advised', { size: advised }) }]}
    />
  );
}

function Course({ moments, shown: { lang, t } }: { moments: readonly Moment[]; shown: Shown }): VNode {
  return (
    <Timeline
      lang={lang}
      title={t('course')}
      finding={t('courseAnswer')}
      words={svgWords(lang).timeline}
      points={moments.map(({ at_s, rate, p99_s, inUse, waiting }) => ({
        at: at_s,
        rate,
        p99: p99_s === null ? null : p99_s * 1000,
        inUse,
        waiting,
      }))}
    />
  );
}
