import type { Lang } from '@madang/web';
import type { Series } from '../../../judge/series.ts';
import type { LogRecord } from '../../../record/schema/record.schema.ts';
import type { Verdict } from '../../../record/schema/verdict.schema.ts';
import type { Section } from '../../report.ts';
import type { CellSummary } from '../../summary.ts';
import { svgWords, type SvgWords } from '../../svg/svg.words.ts';
import { sentenceOf } from '../sentence.ts';
import type { Source } from '../source.ts';
import { chartWords, type SayChart } from './chart.words.ts';

/** What the charts of one scenario are drawn from. */
export interface ChartSource {
  readonly lang: Lang;
  readonly words: SvgWords;
  readonly t: SayChart;
  readonly cells: readonly CellSummary[];
  readonly series: readonly Series[];
  readonly verdicts: readonly Verdict[];
  /** The records of the scenario's cells. */
  readonly records: readonly LogRecord[];
  /** A verdict as the page says it. */
  say(verdict: Verdict): string;
}

export function chartSourceOf({ scenario, cells, verdicts }: Section, source: Source): ChartSource {
  const { lang } = source;
  return {
    lang,
    words: svgWords(lang),
    t: chartWords(lang),
    cells,
    series: source.seriesOf(scenario).filter(({ ends }) => ends.length > 0),
    verdicts,
    records: source.recordsOf(scenario),
    say: (verdict) => sentenceOf(verdict, lang).text,
  };
}

/** Puts what belongs together under one name, in the order of first appearance. */
export function groupedBy<T>(all: readonly T[], nameOf: (one: T) => string): [name: string, group: T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return [...groups];
}
