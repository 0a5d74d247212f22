import type { VNode } from 'preact';
import { rangeOf, type ChartProps, type Series } from './model.ts';

const WIDTH = 1000;
const HEIGHT = 220;
const BAR_SHARE = 0.7;

/** The chart without a script: lines or bars, stretched to the room there is. Its axes are written around it. */
export function ChartDrawing({ shape, x, series }: ChartProps): VNode {
  const { low, high } = rangeOf(series);
  const toY = (value: number): number => HEIGHT - ((value - low) / (high - low)) * HEIGHT;
  const draw = shape === 'bars' ? barsOf : lineOf;
  const place: Place = { x: x.values, toY, count: series.length };
  return (
    <svg
      class="chart-drawing"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="chart-zero" d={`M0 ${toY(0)}H${WIDTH}`} />
      {series.map((one, index) => (
        <path key={one.label} class={`chart-${shape} series-${index + 1}`} d={draw(one, place, index)} />
      ))}
    </svg>
  );
}

interface Place {
  readonly x: readonly number[];
  readonly toY: (value: number) => number;
  readonly count: number;
}

function lineOf({ values }: Series, { x, toY }: Place): string {
  const first = x[0] ?? 0;
  const span = (x.at(-1) ?? 1) - first || 1;
  let open = false;
  let path = '';
  values.forEach((value, index) => {
    if (value === null) {
      open = false;
      return;
    }
    const left = (((x[index] ?? first) - first) / span) * WIDTH;
    path += `${open ? 'L' : 'M'}${left.toFixed(1)} ${toY(value).toFixed(1)}`;
    open = true;
  });
  return path;
}

function barsOf({ values }: Series, { x, toY, count }: Place, index: number): string {
  const slot = WIDTH / Math.max(1, x.length);
  const width = (slot * BAR_SHARE) / count;
  return values
    .map((value, at) => {
      if (value === null) return '';
      const left = at * slot + (slot * (1 - BAR_SHARE)) / 2 + index * width;
      return `M${left.toFixed(1)} ${toY(0).toFixed(1)}V${toY(value).toFixed(1)}h${width.toFixed(1)}V${toY(0).toFixed(1)}z`;
    })
    .join('');
}
