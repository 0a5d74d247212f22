import type { VNode } from 'preact';
import type { Interval } from '../../../record/schema/cell.schema.ts';
import { Timeline } from '../../svg/timeline.tsx';
import { groupedBy, type ChartSource } from './chart-source.ts';
import type { SayChart } from './chart.words.ts';

/** Fewer are no line. */
const LEAST_POINTS = 8;

/** How each cell went, interval by interval, with what can be seen to have happened. */
export function timelineCharts({ lang, words, t, records }: ChartSource): VNode[] {
  const intervals = records.filter((record) => record.type === 'interval');
  return groupedBy(intervals, ({ cell, round }) => `${cell} ${round}`)
    .filter(([, all]) => all.length >= LEAST_POINTS)
    .map(([, all]) => {
      const title = t('timeline', { cell: all[0]?.cell ?? '' });
      const events = eventsOf(all, t);
      return (
        <Timeline
          lang={lang}
          title={title}
          finding={[title, ...events.map(({ at, label }) => `${label} ${at.toFixed(2)} s`)].join('; ')}
          words={words.timeline}
          points={all.map(pointOf)}
          events={events}
        />
      );
    });
}

function pointOf({ elapsed_s, achieved_rate, response, pool }: Interval) {
  return {
    at: elapsed_s ?? 0,
    rate: achieved_rate,
    p99: response.p99_s === null ? null : response.p99_s * 1000,
    inUse: pool === null ? null : Number(pool.active),
    waiting: pool === null ? null : Number(pool.pending),
  };
}

/** The log does not tell when a disturbance began; what it did can be seen: the first failure, and the longest silence. */
function eventsOf(all: readonly Interval[], t: SayChart): { at: number; label: string }[] {
  const failing = all.find(({ counts }) => Number(counts.error) > 0);
  const { silent, answered } = longestSilence(all);
  const events = [
    [failing, 'failing'],
    [silent, 'silent'],
    [answered, 'answered'],
  ] as const;
  return events.flatMap(([interval, label]) =>
    interval === undefined ? [] : [{ at: beginningOf(interval), label: t(label) }],
  );
}

function beginningOf({ elapsed_s, length_s }: Interval): number {
  return Math.max(0, (elapsed_s ?? 0) - (length_s ?? 0));
}

interface Silence {
  /** Its first interval; undefined without any. */
  readonly silent: Interval | undefined;
  /** The first with an answer after it; undefined when it did not end. */
  readonly answered: Interval | undefined;
}

/** After the first answer: before it, connections are still being opened. */
function longestSilence(all: readonly Interval[]): Silence {
  const isSilent = (interval: Interval | undefined): boolean => Number(interval?.counts.ok) === 0;
  const works = all.findIndex((interval) => !isSilent(interval));
  const silences = all.flatMap((interval, index) => {
    if (index <= works || works < 0 || !isSilent(interval) || isSilent(all[index - 1])) return [];
    const answered = all.slice(index).find((one) => !isSilent(one));
    const length = (answered === undefined ? Infinity : beginningOf(answered)) - beginningOf(interval);
    return [{ silent: interval, answered, length }];
  });
  return silences.reduce<Silence & { length: number }>((a, b) => (b.length > a.length ? b : a), {
    silent: undefined,
    answered: undefined,
    length: 0,
  });
}
