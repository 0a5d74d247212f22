import type { Lang } from '@madang/web';
import { recordsByScenario } from '../../judge/by-scenario.ts';
import { seriesOf, type Series } from '../../judge/series.ts';
import type { LogRecord } from '../../record/schema/record.schema.ts';
import { reportOf, type Report } from '../report.ts';

/** What every part of the page is made from. */
export interface Source {
  readonly lang: Lang;
  readonly records: readonly LogRecord[];
  readonly report: Report;
  /** The records of the cells of a scenario, and what was said of them. */
  recordsOf(scenario: string): readonly LogRecord[];
  /** The cells of a scenario over their rounds. */
  seriesOf(scenario: string): readonly Series[];
}

/** Throws TypeError for records without a beginning. */
export function sourceOf(records: readonly LogRecord[], lang: Lang): Source {
  const byScenario = recordsByScenario(records);
  const series = new Map([...byScenario].map(([scenario, own]) => [scenario, seriesOf(own, scenario)]));
  return {
    lang,
    records,
    report: reportOf(records),
    recordsOf: (scenario) => byScenario.get(scenario) ?? [],
    seriesOf: (scenario) => series.get(scenario) ?? [],
  };
}
