import type { VNode } from 'preact';
import { axisName, BottomAxis, leftRoom } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { Flags, LANE } from './flags.tsx';
import { lanesOf, placeFlags } from './lanes.ts';
import { formatShort } from './number.ts';
import { fitting, placePlane } from './plane.ts';
import { drawable, drawables, exactScale } from './scale.ts';
import { TimelinePane, scaleOfPane } from './timeline-pane.tsx';
import { figuresOf, keysOf, panesOf, type TimelinePoint, type TimelineWords } from './timeline-panes.ts';

export type { TimelinePoint, TimelineServer } from './timeline-panes.ts';

export interface TimelineProps extends ChartText<TimelineWords> {
  /** Ascending in time; a null breaks the line. */
  readonly points: readonly TimelinePoint[];
  readonly events?: readonly { readonly at: number; readonly label: string }[];
}

const PANE_HEIGHT = 92;
const PANE_GAP = 34;

/** Rate, response and connections, and PostgreSQL's side where it is known, on one axis of time, with what happened meanwhile. */
export function Timeline(props: TimelineProps): VNode {
  const { points, events = [], words } = props;
  const time = axisName(words.time, 's');
  const columns = figuresOf(points, words);
  const figures = {
    heads: [time, ...columns.map(({ head }) => head)],
    rows: points.map((point) => [point.at, ...columns.map(({ of }) => of(point))]),
  };
  const happened = { heads: [time, words.event], rows: events.map(({ at, label }) => [at, label]) };
  const empty = columns.every(({ of }) => drawables(points.map(of)).length === 0);
  return (
    <Figure
      text={props}
      keys={keysOf(points, words)}
      figures={figures}
      events={happened}
      draw={empty ? null : (width) => drawing(props, width)}
    />
  );
}

function drawing(props: TimelineProps, width: number): Drawing {
  const { points, events = [], words, lang } = props;
  const format = (value: number): string => formatShort(value, lang);
  const panes = panesOf(points, words);
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
        {placed.map(({ pane, plane }) => (
          <TimelinePane pane={pane} plane={plane} x={x} format={format} />
        ))}
        <Flags flags={flags} top={planes[0]?.top ?? 0} planes={planes} />
      </>
    ),
  };
}
