import type { VNode } from 'preact';
import type { Lang } from '@madang/web';
import type { Interval } from '../../../record/schema/cell.schema.ts';
import type { RunEvent } from '../../../record/schema/event.schema.ts';
import { Timeline, type TimelinePoint, type TimelineProps } from '../../svg/timeline.tsx';
import { eventName } from '../event.words.ts';
import { groupedBy, type ChartSource } from './chart-source.ts';
import type { SayChart } from './chart.words.ts';

/** Fewer are no line. */
const LEAST_POINTS = 8;

/** How each cell went, interval by interval, with what was done to it and what could be seen to happen. */
export function timelineCharts({ lang, words, t, records }: ChartSource): VNode[] {
  const intervals = records.filter((record) => record.type === 'interval');
  const done = new Map(
    groupedBy(
      records.filter((record) => record.type === 'event'),
      keyOf,
    ),
  );
  return groupedBy(intervals, keyOf)
    .filter(([, all]) => all.length >= LEAST_POINTS)
    .map(([key, all]) => {
      const title = t('timeline', { cell: all[0]?.cell ?? '' });
      const events = [...doneOf(done.get(key) ?? [], lang), ...seenIn(all, t)].toSorted(
        (a, b) => a.at - b.at,
      );
      return (
        <Timeline
          lang={lang}
          title={title}
          finding={[title, ...events.map(({ at, label }) => `${label} ${at.toFixed(2)} s`)].join('; ')}
          words={words.timeline}
          points={pointsOf(all)}
          events={events}
        />
      );
    });
}

type Events = NonNullable<TimelineProps['events']>;

function keyOf({ cell, round }: Interval | RunEvent): string {
  return `${cell ?? ''} ${round ?? ''}`;
}

/** Where intervals are short, one of several tells of the server about each second; a server that is down tells nothing for longer. */
const TOLD_EACH_SECONDS = 1.5;

function pointsOf(all: readonly Interval[]): TimelinePoint[] {
  let told: TimelinePoint | null = null;
  return all
    .map(pointOf)
    .toReversed()
    .map((point) => {
      if (point.server !== null) told = point;
      const isPartOfIt = told !== null && told.at - point.at < TOLD_EACH_SECONDS;
      return isPartOfIt ? { ...point, server: told?.server ?? null } : point;
    })
    .toReversed();
}

function pointOf({ elapsed_s, achieved_rate, response, pool, server }: Interval): TimelinePoint {
  return {
    at: elapsed_s ?? 0,
    rate: achieved_rate,
    p99: response.p99_s === null ? null : response.p99_s * 1000,
    inUse: pool === null ? null : Number(pool.active),
    waiting: pool === null ? null : Number(pool.pending),
    server: server
      ? { commits: server.commit_rate, processors: server.processors, active: server.active }
      : null,
  };
}

/** What was done on purpose. */
function doneOf(events: readonly RunEvent[], lang: Lang): Events {
  return events.flatMap((event) =>
    event.elapsed_s === null ? [] : [{ at: event.elapsed_s, label: eventName(event, lang) }],
  );
}

/** What came of it: the first failure, and the longest silence. */
function seenIn(all: readonly Interval[], t: SayChart): Events {
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
