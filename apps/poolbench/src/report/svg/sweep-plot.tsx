import type { VNode } from 'preact';
import { axisName, BottomAxis, LeftAxis } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { Flags, LANE } from './flags.tsx';
import { lanesOf, placeFlags } from './lanes.ts';
import type { Key } from './legend.tsx';
import { formatShort } from './number.ts';
import { at, linePath, type Point } from './path.ts';
import { placePlane, type Plane } from './plane.ts';
import { drawable, drawables, linearScale, logScale, type Scale } from './scale.ts';
import { Marker } from './series.tsx';

export interface SweepPoint {
  readonly size: number;
  readonly throughput: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface SweepPlotProps extends ChartText<{
  readonly size: string;
  readonly throughput: string;
  /** Operations per second, shortly. */
  readonly unit: string;
  readonly low: string;
  readonly high: string;
  readonly measured: string;
  /** For the fitted curve. */
  readonly curve: string;
}> {
  /** Ascending by size. */
  readonly points: readonly SweepPoint[];
  /** The Universal Scalability Law as fitted: throughput at a size. */
  readonly curve?: (size: number) => number;
  /** Knees, each with the method's name: "near best: 5". */
  readonly marks?: readonly { readonly size: number; readonly label: string }[];
  /** From this size on something else is the limit: "client-bound". */
  readonly limit?: { readonly from: number; readonly label: string };
}

const SAMPLES = 80;

/** Throughput against pool size, with what the methods make of it. */
export function SweepPlot(props: SweepPlotProps): VNode {
  const { points, words, curve, limit } = props;
  const figures = {
    heads: [
      words.size,
      axisName(words.throughput, words.unit),
      words.low,
      words.high,
      ...(curve ? [words.curve] : []),
    ],
    rows: points.map(({ size, throughput, low, high }) => [
      size,
      throughput,
      low,
      high,
      ...(curve ? [curve(size)] : []),
    ]),
  };
  const keys: Key[] = [
    { label: words.measured, look: { kind: 'points', series: 0 } },
    ...(curve ? [{ label: words.curve, look: { kind: 'curve' as const } }] : []),
    ...(limit ? [{ label: limit.label, look: { kind: 'limit' as const } }] : []),
  ];
  const drawn = points.filter(
    ({ size, throughput }) => (drawable(size) ?? 0) > 0 && drawable(throughput) !== null,
  );
  const draw = drawn.length === 0 ? null : (width: number): Drawing => drawing(props, drawn, width);
  return <Figure text={props} keys={keys} figures={figures} draw={draw} />;
}

function drawing(props: SweepPlotProps, points: readonly SweepPoint[], width: number): Drawing {
  const { words, lang, marks = [] } = props;
  const format = (value: number): string => formatShort(value, lang);
  const sizes = points.map(({ size }) => size);
  const values = points.flatMap(({ throughput, low, high }) => [throughput, low, high]);
  const planeBelow = (above: number): Plane =>
    placePlane({ width, above, scaleY: (span, most) => linearScale(values, span, most), formatY: format });
  const { left, right, columns } = planeBelow(0);
  const x = logScale(sizes, { from: left + 6, to: right - 6 }, columns);
  const flags = placeFlags(
    marks
      .filter(({ size }) => drawable(size) !== null)
      .map(({ size, label }) => ({ x: x.place(size), label })),
    width,
  );
  const plane = planeBelow(lanesOf(flags) * LANE);
  return {
    height: plane.height,
    content: (
      <>
        <Limit limit={props.limit} x={x} plane={plane} />
        <LeftAxis
          scale={plane.y}
          format={format}
          name={axisName(words.throughput, words.unit)}
          plane={plane}
        />
        <BottomAxis
          scale={x}
          format={format}
          name={`${words.size}, ${words.log}`}
          planes={[plane]}
          bottom={plane.bottom}
          width={width}
        />
        <Flags flags={flags} top={plane.top} planes={[plane]} />
        {props.curve !== undefined && <path class="plot-curve" d={curvePath(props.curve, x, plane.y)} />}
        <Measured points={points} x={x} y={plane.y} />
      </>
    ),
  };
}

function Limit({
  limit,
  x,
  plane,
}: {
  limit: SweepPlotProps['limit'];
  x: Scale;
  plane: Plane;
}): VNode | null {
  const from = drawable(limit?.from);
  if (from === null || from > x.high) return null;
  const start = x.place(from);
  return (
    <rect
      class="plot-limit"
      x={at(start)}
      y={plane.top}
      width={at(plane.right - start)}
      height={plane.bottom - plane.top}
    />
  );
}

/** Sampled evenly along the axis; where the law gives no number the line is broken. */
function curvePath(curve: (size: number) => number, x: Scale, y: Scale): string {
  const points = Array.from({ length: SAMPLES + 1 }, (_, index): Point => {
    const size = x.low * (x.high / x.low) ** (index / SAMPLES);
    const value = drawable(curve(size));
    return { x: x.place(size), y: value === null || value > y.high ? null : y.place(value) };
  });
  return linePath(points);
}

function Measured({ points, x, y }: { points: readonly SweepPoint[]; x: Scale; y: Scale }): VNode {
  const line = points.map(({ size, throughput }): Point => ({ x: x.place(size), y: placed(throughput, y) }));
  return (
    <g>
      <path class="plot-line series-1" d={linePath(line)} />
      {points.map(({ size, low, high }) => {
        const ends = drawables([low, high]).map((value) => at(y.place(value)));
        const middle = at(x.place(size));
        return ends.length < 2 ? null : (
          <path
            class="plot-bound series-1"
            d={`M${middle} ${ends.join('V')}M${middle - 4} ${ends.join(`h8M${middle - 4} `)}h8`}
          />
        );
      })}
      {line.map((point) => point.y !== null && <Marker x={point.x} y={point.y} index={0} />)}
    </g>
  );
}

function placed(value: number | null, y: Scale): number | null {
  const drawn = drawable(value);
  return drawn === null ? null : y.place(drawn);
}
