import { formatNumber, useLocale, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { eventName } from '../report/html/event.words.ts';
import { svgWords } from '../report/svg/svg.words.ts';
import { Timeline, type TimelinePoint } from '../report/svg/timeline.tsx';
import type { LiveMark, LivePoint } from './live.schema.ts';
import { watchWords, type SayWatch } from './watch.words.ts';

interface LiveChartsProps {
  readonly points: readonly LivePoint[];
  readonly marks: readonly LiveMark[];
}

/** The last two minutes on one axis of time: the client's side above, PostgreSQL's below, and what was done meanwhile. */
export function LiveCharts({ points, marks }: LiveChartsProps): VNode {
  const t = useWords(watchWords);
  const { lang } = useLocale();
  const events = marks.map((mark) => ({ at: mark.at, label: eventName(mark, lang) }));
  const title = answerOf(points, t);
  return (
    <section aria-labelledby="both-sides">
      <h2 id="both-sides">{t('bothSides')}</h2>
      <Timeline
        lang={lang}
        title={title}
        finding={[title, ...events.map(({ at, label }) => `${label} ${at.toFixed(1)} s`)].join('; ')}
        words={svgWords(lang).timeline}
        points={withGaps(points.map(drawn))}
        events={events}
      />
    </section>
  );
}

function drawn({ at, rate, p50_s, p99_s, inUse, waiting, server }: LivePoint): TimelinePoint {
  return { at, rate, p50: milliseconds(p50_s), p99: milliseconds(p99_s), inUse, waiting, server };
}

/** Without a point for so long, nothing was measured: a line through it would say otherwise. */
const GAP_SECONDS = 4;
const NOTHING = { rate: null, p50: null, p99: null, inUse: null, waiting: null, server: null };

function withGaps(points: readonly TimelinePoint[]): TimelinePoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const gap = before !== undefined && point.at - before.at > GAP_SECONDS;
    return gap ? [{ ...NOTHING, at: before.at + 1 }, point] : [point];
  });
}

/** How both sides are now. */
function answerOf(points: readonly LivePoint[], t: SayWatch): string {
  const now = points.at(-1);
  const client = t('clientAnswer', {
    rate: text(now?.rate ?? null, 0),
    ms: text(milliseconds(now?.p99_s ?? null), 1),
  });
  const server = points.findLast((point) => point.server !== null)?.server ?? null;
  if (server === null) return client;
  const active = Object.values(server.active).reduce((sum, n) => sum + n, 0);
  return `${client} · ${t('serverAnswer', { commits: text(server.commits, 0), active: text(active, 1) })}`;
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

function text(value: number | null, decimals: number): string {
  return value === null ? '–' : formatNumber(Number(value.toFixed(decimals)));
}
