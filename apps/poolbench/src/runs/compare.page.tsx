import type { Drawing } from '@madang/system';
import {
  Card,
  Detail,
  Empty,
  ExactTime,
  Filters,
  formatNumber,
  formatTime,
  Heading,
  Table,
  UntrustedText,
  useLocale,
  useWords,
  Why,
  type Column,
} from '@madang/web';
import type { VNode } from 'preact';
import { RatioPlot } from '../report/svg/ratio-plot.tsx';
import { svgWords } from '../report/svg/svg.words.ts';
import { ANSWERS } from '../report/html/terms.words.ts';
import type { ComparedCell, ComparedRuns, Comparison } from './compare.schema.ts';
import { runHref } from './run-pieces.tsx';
import type { RunItem } from './runs.schema.ts';
import { runsWords, type SayRuns } from './runs.words.ts';

interface Chosen {
  readonly a?: string | undefined;
  readonly b?: string | undefined;
}

/** Two runs beside each other, and the form that chooses them. */
export function ComparePage({ reply, input, frame }: Drawing<Comparison, Chosen>): VNode {
  const t = useWords(runsWords);
  const { compared, runs } = reply;
  return (
    <>
      <Heading title={t('comparison')} />
      <Choice runs={runs} chosen={input} action={frame.path} t={t} />
      {compared === null ? <Empty>{t('chooseTwo')}</Empty> : <Compared compared={compared} t={t} />}
    </>
  );
}

interface ChoiceProps {
  readonly runs: readonly RunItem[];
  readonly chosen: Chosen;
  readonly action: string;
  readonly t: SayRuns;
}

function Choice({ runs, chosen, action, t }: ChoiceProps): VNode {
  const { timeZone } = useLocale();
  const choicesOf = (id: string | undefined) => [
    { value: '', label: t('choose') },
    ...(id === undefined || runs.some((run) => run.id === id) ? [] : [{ value: id, label: id }]),
    ...runs.map((run) => ({
      value: run.id,
      label: `${formatTime(run.startedAt, timeZone, 0).slice(0, 19)} ${run.plan ?? ''}`,
    })),
  ];
  return (
    <Filters
      action={action}
      fields={(['a', 'b'] as const).map((name) => ({
        name,
        label: t(name),
        value: chosen[name] ?? '',
        choices: choicesOf(chosen[name]),
      }))}
    />
  );
}

function Compared({ compared, t }: { compared: ComparedRuns; t: SayRuns }): VNode {
  const { a, b, cells, differences, onlyA, onlyB } = compared;
  return (
    <>
      <Detail
        rows={[a, b].map((side, at) => ({ label: t(at === 0 ? 'a' : 'b'), value: <Side side={side} /> }))}
      />
      {cells.length === 0 ? <Empty>{t('nothingCommon')}</Empty> : <Pairs cells={cells} t={t} />}
      <Sentences title={t('differences')} sentences={differences} />
      <Sentences title={t('onlyA')} sentences={onlyA} />
      <Sentences title={t('onlyB')} sentences={onlyB} />
    </>
  );
}

function Side({ side: { id, startedAt, plan, serverVersion } }: { side: ComparedRuns['a'] }): VNode {
  return (
    <>
      <a href={runHref(id)}>
        <UntrustedText text={plan} max={60} />
      </a>
      {serverVersion !== null && `, PostgreSQL ${serverVersion}`}, <ExactTime time={startedAt} />
    </>
  );
}

function Pairs({ cells, t }: { cells: readonly ComparedCell[]; t: SayRuns }): VNode {
  const { lang } = useLocale();
  const count = (verdict: ComparedCell['verdict']): number =>
    cells.filter((cell) => cell.verdict === verdict).length;
  const summary = t('summary', {
    better: count('better'),
    worse: count('worse'),
    same: count('same'),
    undecided: count('undecided'),
  });
  return (
    <>
      <Why tone={count('worse') > 0 ? 'bad' : 'good'} lead={summary} />
      <Card title={t('pairs')}>
        <Table
          caption={t('pairs')}
          columns={columnsOf(t, lang)}
          rows={cells}
          keyOf={({ scenario, cell }) => `${scenario} ${cell}`}
        />
      </Card>
      <RatioPlot
        lang={lang}
        title={t('ratio')}
        finding={summary}
        words={svgWords(lang).ratio}
        delta={DELTA}
        rows={cells.map(({ scenario, cell, ratio, low, high, interval, verdict }) => ({
          label: `${scenario} ${cell}`,
          median: ratio,
          low,
          high,
          kind: interval,
          verdict,
        }))}
      />
    </>
  );
}

/** The smallest difference of interest, as a share. */
const DELTA = 0.05;

function columnsOf(t: SayRuns, lang: 'ko' | 'en'): Column<ComparedCell>[] {
  return [
    {
      key: 'cell',
      head: t('cell'),
      phone: true,
      cell: ({ scenario, cell }) => <UntrustedText text={`${scenario} ${cell}`} max={120} />,
    },
    { key: 'a', head: t('rateA'), align: 'right', phone: false, cell: ({ rateA }) => rate(rateA) },
    { key: 'b', head: t('rateB'), align: 'right', phone: false, cell: ({ rateB }) => rate(rateB) },
    { key: 'ratio', head: t('ratio'), align: 'right', phone: true, cell: ({ ratio }) => times(ratio) },
    {
      key: 'interval',
      head: t('interval'),
      align: 'right',
      phone: false,
      cell: ({ low, high, interval }) =>
        `${interval === 'range' ? `${t('range')} ` : ''}${times(low)}–${times(high)}`,
    },
    {
      key: 'verdict',
      head: t('verdict'),
      phone: true,
      cell: ({ verdict }) => (
        <span class={TONES[verdict]}>
          <span aria-hidden="true">{ANSWERS[verdict].sign}</span> {ANSWERS[verdict][lang]}
        </span>
      ),
    },
  ];
}

const TONES = { better: 'good', worse: 'bad', same: undefined, undecided: 'muted' } as const;

function rate(perSecond: number): string {
  return formatNumber(Math.round(perSecond));
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <Why tone="warn" lead={title}>
      <ul lang="en">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <UntrustedText text={sentence} max={300} />
          </li>
        ))}
      </ul>
    </Why>
  );
}
