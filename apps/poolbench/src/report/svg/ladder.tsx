import type { VNode } from 'preact';
import { axisName, BottomAxis, LeftAxis } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { crossPath, type Key } from './legend.tsx';
import { formatMs, formatShort } from './number.ts';
import { at, linePath, type Point } from './path.ts';
import { fitting, placePlane } from './plane.ts';
import { drawable, linearScale, logScale, type Scale } from './scale.ts';
import { dashOf, Marker, seriesClass } from './series.tsx';

export interface LadderStep {
  /** Operations per second asked for, and done. */
  readonly offered: number;
  readonly achieved: number | null;
  /** Milliseconds, one for each of `percentiles`; null where the samples do not support it. */
  readonly latencies: readonly (number | null)[];
}

export interface LadderProps extends ChartText<{
  readonly offered: string;
  readonly achieved: string;
  /** Operations per second, shortly. */
  readonly unit: string;
  /** Name of the axis: response time. */
  readonly time: string;
  /** For steps that were not kept up with. */
  readonly short: string;
}> {
  /** Ascending by the offered rate. */
  readonly steps: readonly LadderStep[];
  /** Names of the lines: p50, p99. */
  readonly percentiles: readonly string[];
  readonly objective?: { readonly ms: number; readonly label: string };
}

// Less than this share of what was offered, and it was not kept up with.
const KEPT_UP = 0.99;

/** Latency against the offered rate, rung by rung; crosses where less was done than asked for. */
export function Ladder(props: LadderProps): VNode {
  const { steps, percentiles, objective, words } = props;
  const figures = {
    heads: [
      axisName(words.offered, words.unit),
      axisName(words.achieved, words.unit),
      ...percentiles.map((name) => axisName(name, 'ms')),
    ],
    rows: steps.map(({ offered, achieved, latencies }) => [
      offered,
      achieved,
      ...percentiles.map((_, index) => latencies[index] ?? null),
    ]),
  };
  const keys: Key[] = [
    ...percentiles.map((label, series) => ({ label, look: { kind: 'points' as const, series } })),
    ...(steps.some(fellShort) ? [{ label: words.short, look: { kind: 'short' as const } }] : []),
    ...(objective
      ? [{ label: `${objective.label} ${formatMs(objective.ms)}`, look: { kind: 'aim' as const } }]
      : []),
  ];
  const empty = steps.every(({ latencies }) => latencies.every((ms) => drawable(ms) === null));
  return (
    <Figure
      text={props}
      keys={keys}
      figures={figures}
      draw={empty ? null : (width) => drawing(props, width)}
    />
  );
}

function fellShort({ offered, achieved }: LadderStep): boolean {
  return achieved !== null && achieved < offered * KEPT_UP;
}

function drawing({ steps, percentiles, objective, words, lang }: LadderProps, width: number): Drawing {
  const format = (value: number): string => formatShort(value, lang);
  const times = [...steps.flatMap(({ latencies }) => latencies), objective?.ms ?? null];
  const plane = placePlane({ width, scaleY: (span, most) => logScale(times, span, most), formatY: format });
  const rates = steps.map(({ offered }) => offered);
  const span = plane.right - plane.left;
  const x = linearScale(rates, { from: plane.left, to: plane.right - 6 }, fitting(span, '99.9k'));
  const aim = drawable(objective?.ms);
  return {
    height: plane.height,
    content: (
      <>
        <LeftAxis
          scale={plane.y}
          format={format}
          name={axisName(`${words.time}, ${words.log}`, 'ms')}
          plane={plane}
        />
        <BottomAxis
          scale={x}
          format={format}
          name={axisName(words.offered, words.unit)}
          planes={[plane]}
          bottom={plane.bottom}
          width={width}
        />
        {aim !== null && (
          <path class="plot-aim" d={`M${at(plane.left)} ${at(plane.y.place(aim))}H${at(plane.right)}`} />
        )}
        {steps.filter(fellShort).map(({ offered }) => (
          <path class="plot-short" d={crossPath(at(x.place(drawable(offered) ?? 0)), plane.bottom - 7)} />
        ))}
        {percentiles.map((_, index) => (
          <Rungs points={placed(steps, index, x, plane.y)} index={index} />
        ))}
      </>
    ),
  };
}

function placed(steps: readonly LadderStep[], index: number, x: Scale, y: Scale): Point[] {
  return steps.map(({ offered, latencies }) => {
    const ms = drawable(latencies[index]);
    return { x: x.place(drawable(offered) ?? 0), y: ms === null ? null : y.place(ms) };
  });
}

function Rungs({ points, index }: { points: readonly Point[]; index: number }): VNode {
  return (
    <g>
      <path class={`plot-line ${seriesClass(index)}`} stroke-dasharray={dashOf(index)} d={linePath(points)} />
      {points.map(({ x, y }) => y !== null && <Marker x={x} y={y} index={index} />)}
    </g>
  );
}
