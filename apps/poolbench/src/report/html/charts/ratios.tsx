import type { VNode } from 'preact';
import type { Verdict } from '../../../record/schema/verdict.schema.ts';
import { RatioPlot, type RatioRow, type RatioVerdict } from '../../svg/ratio-plot.tsx';
import { pairOf, surroundingsOf } from '../surroundings.ts';
import { groupedBy, type ChartSource } from './chart-source.ts';

const DELTA = 0.05;
/** A band that is wider has no lower end to speak of on a log axis. */
const WIDEST_BAND = 0.9;

/** The comparisons of a scenario with their intervals, a chart for each arm that others are compared with. */
export function ratioCharts(of: ChartSource): VNode[] {
  const compared = of.verdicts
    .filter(({ subject, value }) => subject === 'comparison' && value !== null)
    .map((verdict) => ({ verdict, ...waysOf(verdict, of) }));
  return groupedBy(compared, ({ verdict, other }) =>
    // An arm beside itself has two names.
    verdict.scenario === 'S15' ? '' : joined(verdict.against, other),
  ).map(([against, comparisons]) => ratioChart(against, comparisons, of));
}

interface Compared {
  readonly verdict: Verdict;
  /** How the arm got to the server, and the one it is compared with; empty where both are the same, and told with the workload. */
  readonly way: string;
  readonly other: string;
  readonly both: string;
}

function waysOf(verdict: Verdict, { series }: ChartSource): Omit<Compared, 'verdict'> {
  const pair = pairOf(verdict, series);
  const [way, other] = [pair?.arm, pair?.against].map((one) =>
    one === undefined ? '' : surroundingsOf(one.start),
  );
  return way === other
    ? { way: '', other: '', both: way ?? '' }
    : { way: way ?? '', other: other ?? '', both: '' };
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}

function ratioChart(against: string, compared: readonly Compared[], { lang, words, t }: ChartSource): VNode {
  const [only, ...others] = new Set(compared.map(whereOf));
  const head = against !== '' && only !== undefined && others.length === 0 ? `${only}: ` : '';
  const rows = compared.map((one) => rowOf(one, { arm: against !== '', where: head === '' }));
  const counts = (['better', 'worse', 'same', 'undecided'] as const)
    .map((answer) => ({ answer, count: rows.filter(({ verdict }) => verdict === answer).length }))
    .filter(({ count }) => count > 0)
    .map(({ answer, count }) => `${words.ratio.verdicts[answer]} ${count}`)
    .join(', ');
  const title = against === '' ? t('itself', { counts }) : t('ratios', { head, against, counts });
  const margins = compared.map(({ verdict: { delta, floor } }) => Math.max(delta ?? 0, floor ?? 0));
  const margin = Math.max(DELTA, ...margins);
  return (
    <RatioPlot
      lang={lang}
      title={title}
      finding={title}
      words={words.ratio}
      rows={rows}
      delta={margin <= WIDEST_BAND ? margin : DELTA}
    />
  );
}

const RATIO_ANSWERS: ReadonlySet<string> = new Set<RatioVerdict>(['better', 'worse', 'same', 'undecided']);

function isRatioAnswer(answer: string): answer is RatioVerdict {
  return RATIO_ANSWERS.has(answer);
}

function whereOf({ verdict, both }: Compared): string {
  return joined(verdict.workload, both);
}

/** What the label of a row names: what the title has named already, it need not. */
interface Names {
  readonly arm: boolean;
  readonly where: boolean;
}

function rowOf(compared: Compared, names: Names): RatioRow {
  const { value, low, high, method, answer, arm } = compared.verdict;
  return {
    label: [names.where && whereOf(compared), names.arm && joined(arm, compared.way)]
      .filter((part) => part !== false)
      .join(': '),
    median: value,
    low,
    high,
    kind: method === 'range' ? 'range' : 'interval',
    verdict: isRatioAnswer(answer) ? answer : 'undecided',
  };
}
