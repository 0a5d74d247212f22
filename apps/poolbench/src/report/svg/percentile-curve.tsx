import type { VNode } from 'preact';
import { axisName, BottomAxis, LeftAxis } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { formatShort } from './number.ts';
import { linePath, type Point } from './path.ts';
import { placePlane } from './plane.ts';
import { drawable, drawables, logScale, tailScale, type Scale } from './scale.ts';
import { dashOf, seriesClass } from './series.tsx';

export interface PercentileSeries {
  readonly label: string;
  /** Ascending; `percent` from 0 to below 100. */
  readonly points: readonly { readonly percent: number; readonly ms: number | null }[];
}

export interface PercentileCurveProps extends ChartText<{
  readonly percentile: string;
  /** Added to the name of its axis: the tail takes more room than its share. */
  readonly stretched: string;
  /** Name of the axis: response time. */
  readonly time: string;
}> {
  readonly series: readonly PercentileSeries[];
}

/** Latency by percentile, the tail stretched out: each further nine takes as much room as the last. */
export function PercentileCurve(props: PercentileCurveProps): VNode {
  const { series, words } = props;
  const percents = [
    ...new Set(drawables(series.flatMap(({ points }) => points.map(({ percent }) => percent)))),
  ];
  const times = series.map(({ points }) => new Map(points.map(({ percent, ms }) => [percent, ms])));
  const figures = {
    heads: [words.percentile, ...series.map(({ label }) => axisName(label, 'ms'))],
    rows: percents
      .sort((a, b) => a - b)
      .map((percent) => [`${percent}%`, ...times.map((of) => of.get(percent) ?? null)]),
  };
  const keys = series.map(({ label }, index) => ({ label, look: { kind: 'line' as const, series: index } }));
  const empty = series.every(({ points }) => points.every(({ ms }) => drawable(ms) === null));
  return (
    <Figure
      text={props}
      keys={keys}
      figures={figures}
      draw={empty ? null : (width) => drawing(props, width)}
    />
  );
}

function drawing({ series, words, lang }: PercentileCurveProps, width: number): Drawing {
  const format = (value: number): string => formatShort(value, lang);
  const points = series.flatMap((one) => one.points);
  const times = points.map(({ ms }) => ms);
  const plane = placePlane({ width, scaleY: (span, most) => logScale(times, span, most), formatY: format });
  const x = tailScale(
    points.map(({ percent }) => percent),
    { from: plane.left, to: plane.right },
  );
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
          format={(percent) => `${percent}%`}
          name={`${words.percentile}, ${words.stretched}`}
          planes={[plane]}
          bottom={plane.bottom}
          width={width}
        />
        {series.map((one, index) => (
          <path
            class={`plot-line ${seriesClass(index)}`}
            stroke-dasharray={dashOf(index)}
            d={linePath(placed(one, x, plane.y))}
          />
        ))}
      </>
    ),
  };
}

function placed({ points }: PercentileSeries, x: Scale, y: Scale): Point[] {
  return points.map(({ percent, ms }) => {
    const drawn = drawable(ms);
    return { x: x.place(drawable(percent) ?? 0), y: drawn === null ? null : y.place(drawn) };
  });
}
