import type { VNode } from 'preact';
import { momentsOf } from '../../moments.ts';
import { svgWords } from '../../svg/svg.words.ts';
import { Timeline } from '../../svg/timeline.tsx';
import type { Source } from '../source.ts';
import { chartWords } from './chart.words.ts';

/** The whole run on one axis of time; null when nothing was measured second by second. */
export function courseChart({ lang, report, records }: Source): VNode | null {
  const moments = momentsOf(report.start, records);
  if (moments.length === 0) return null;
  const t = chartWords(lang);
  return (
    <Timeline
      lang={lang}
      title={t('course')}
      finding={t('course')}
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
