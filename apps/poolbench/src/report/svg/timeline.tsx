import type { VNode } from 'preact';
import { axisName, BottomAxis, leftRoom } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { Flags, LANE } from './flags.tsx';
import { lanesOf, placeFlags } from './lanes.ts';
import { formatShort } from './number.ts';
import { fitting, placePlane } from './plane.ts';
import { drawable, drawables, exactScale, linearScale, logScale } from './scale.ts';
import { TimelinePane, scaleOfPane, type Pane, type PaneLine } from './timeline-pane.tsx';

export interface TimelinePoint {
  /** Seconds since the beginning. */
  readonly at: number;
  /** Operations per second. */
  readonly rate: number | null;
  readonly p99: number | null;
  /** Connections lent out, and operations waiting for one. */
  readonly inUse: number | null;
  readonly waiting: number | null;
}

export interface TimelineProps extends ChartText<{
  readonly time: string;
  readonly rate: string;
  /** Operations per second, shortly. */
  readonly unit: string;
  readonly p99: string;
  readonly connections: string;
  readonly inUse: string;
  readonly waiting: string;
  readonly event: string;
}> {
  /** Ascending in time; a null breaks the line. */
  readonly points: readonly TimelinePoint[];
  readonly events?: readonly { readonly at: number; readonly label: string }[];
}

const PANE_HEIGHT = 92;
const PANE_GAP = 34;
// A tail that grows more than this is a flat line with a peak on a linear axis.
const LOG_FROM = 20;

/** Rate, tail and connections on one axis of time, with what happened meanwhile. */
export function Timeline(props: TimelineProps): VNode {
  const { points, events = [], words } = props;
  const time = axisName(words.time, 's');
  const figures = {
    heads: [time, axisName(words.rate, words.unit), axisName(words.p99, 'ms'), words.inUse, words.waiting],
    rows: points.map(({ at, rate, p99, inUse, waiting }) => [at, rate, p99, inUse, waiting]),
  };
  const happened = { heads: [time, words.event], rows: events.map(({ at, label }) => [at, label]) };
  const keys = [
    { label: words.inUse, look: { kind: 'line' as const, series: 2, dash: 0 } },
    { label: words.waiting, look: { kind: 'line' as const, series: 3, dash: 1 } },
  ];
  const empty = points.every(
    ({ rate, p99, inUse, waiting }) => drawables([rate, p99, inUse, waiting]).length === 0,
  );
  return (
    <Figure
      text={props}
      keys={keys}
      figures={figures}
      events={happened}
      draw={empty ? null : (width) => drawing(props, width)}
    />
  );
}

function panesOf({ points, words }: TimelineProps): readonly Pane[] {
  const times = points.map(({ at }) => at);
  const line = (key: Exclude<keyof TimelinePoint, 'at'>, series: number): PaneLine => ({
    series,
    times,
    values: points.map((point) => point[key]),
  });
  const tail = line('p99', 1);
  const positive = drawables(tail.values).filter((ms) => ms > 0);
  const steep = largest(positive) > LOG_FROM * -largest(positive.map((ms) => -ms));
  return [
    { name: axisName(words.rate, words.unit), scaleOf: linearScale, lines: [line('rate', 0)] },
    {
      name: axisName(steep ? `${words.p99}, ${words.log}` : words.p99, 'ms'),
      scaleOf: steep ? logScale : linearScale,
      lines: [tail],
    },
    { name: words.connections, scaleOf: linearScale, lines: [line('inUse', 2), line('waiting', 3)] },
  ];
}

// A loop: the seconds of a soak do not fit on the stack as arguments.
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

function drawing(props: TimelineProps, width: number): Drawing {
  const { points, events = [], words, lang } = props;
  const format = (value: number): string => formatShort(value, lang);
  const panes = panesOf(props);
  const left = Math.max(
    ...panes.map((pane) => leftRoom(scaleOfPane(pane, { from: PANE_HEIGHT, to: 0 }), format)),
  );
  const times = [...points, ...events].map(({ at }) => at);
  const x = exactScale(times, { from: left, to: width - 8 }, fitting(width - left, '10,000'));
  const flags = placeFlags(
    events.filter(({ at }) => drawable(at) !== null).map(({ at, label }) => ({ x: x.place(at), label })),
    width,
  );
  const above = lanesOf(flags) * LANE;
  const placed = panes.map((pane, index) => ({
    pane,
    plane: placePlane({
      width,
      start: index === 0 ? 0 : above + index * (PANE_HEIGHT + PANE_GAP),
      above: index === 0 ? above : 0,
      tall: PANE_HEIGHT,
      left,
      scaleY: (span) => scaleOfPane(pane, span),
      formatY: format,
    }),
  }));
  const planes = placed.map(({ plane }) => plane);
  const bottom = planes.at(-1)?.bottom ?? 0;
  return {
    height: planes.at(-1)?.height ?? 0,
    content: (
      <>
        <BottomAxis
          scale={x}
          format={format}
          name={axisName(words.time, 's')}
          planes={[]}
          bottom={bottom}
          width={width}
        />
        <Flags flags={flags} top={planes[0]?.top ?? 0} planes={planes} />
        {placed.map(({ pane, plane }) => (
          <TimelinePane pane={pane} plane={plane} x={x} format={format} />
        ))}
      </>
    ),
  };
}
