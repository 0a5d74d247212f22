import type { VNode } from 'preact';
import { LeftAxis } from './axis.tsx';
import { at, areaPath, linePath, type Point } from './path.ts';
import type { Plane } from './plane.ts';
import { drawable, type Scale, type Span } from './scale.ts';
import { dashOf, seriesClass } from './series.tsx';

const MOST_TICKS = 4;

/** One line of a pane. */
export interface PaneLine {
  /** Its colour and dash. */
  readonly series: number;
  /** Seconds, one for each value. */
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
}

/** One of the planes that share an axis of time. */
export interface Pane {
  /** With the unit. */
  readonly name: string;
  readonly scaleOf: (values: readonly (number | null)[], span: Span, mostTicks: number) => Scale;
  /** The first is filled. */
  readonly lines: readonly PaneLine[];
  /** Whether they are parts of a whole, each filled, one on top of the other. */
  readonly stacked?: boolean;
}

/** The vertical scale of a pane at its place. */
export function scaleOfPane({ scaleOf, lines, stacked }: Pane, span: Span): Scale {
  return scaleOf(
    (stacked === true ? sums(lines) : lines).flatMap(({ values }) => values),
    span,
    MOST_TICKS,
  );
}

interface TimelinePaneProps {
  readonly pane: Pane;
  readonly plane: Plane;
  readonly x: Scale;
  readonly format: (value: number) => string;
}

export function TimelinePane({ pane, plane, x, format }: TimelinePaneProps): VNode {
  const { left, right, bottom } = plane;
  return (
    <g>
      <LeftAxis scale={plane.y} format={format} name={pane.name} plane={plane} />
      <path class="plot-base" d={`M${at(left)} ${at(bottom)}H${at(right)}`} />
      {pane.stacked === true && <Stack lines={pane.lines} plane={plane} x={x} />}
      {(pane.stacked === true ? [] : pane.lines).map((line, index) => {
        const points = placed(line, x, plane.y);
        const dash = index === 0 ? undefined : dashOf(1);
        return (
          <>
            {index === 0 && (
              <path class={`plot-area ${seriesClass(line.series)}`} d={areaPath(points, bottom)} />
            )}
            <path
              class={`plot-line ${seriesClass(line.series)}`}
              stroke-dasharray={dash}
              d={linePath(points)}
            />
          </>
        );
      })}
    </g>
  );
}

/** The whole first, and over it each time what is below the next part. */
function Stack({ lines, plane, x }: { lines: readonly PaneLine[]; plane: Plane; x: Scale }): VNode {
  return (
    <>
      {sums(lines)
        .toReversed()
        .map((line) => (
          <path
            class={`plot-segment ${seriesClass(line.series)}`}
            d={areaPath(placed(line, x, plane.y), plane.bottom)}
          />
        ))}
    </>
  );
}

/** Each line with those before it added. */
function sums(lines: readonly PaneLine[]): PaneLine[] {
  return lines.map((line, index) => ({
    ...line,
    values: line.values.map((_, place) =>
      lines
        .slice(0, index + 1)
        .map(({ values }) => drawable(values[place]))
        .reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0),
    ),
  }));
}

function placed({ times, values }: PaneLine, x: Scale, y: Scale): Point[] {
  return values.map((value, index) => {
    const drawn = drawable(value);
    return { x: x.place(drawable(times[index]) ?? 0), y: drawn === null ? null : y.place(drawn) };
  });
}
