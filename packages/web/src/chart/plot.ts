import UPlot from 'uplot';
import { formatNumber } from '../format/number.ts';
import { labelOfX, rangeOf, type ChartProps } from './model.ts';

const HEIGHT = 240;
const AXIS_SIZE = 40;
const DIGIT_WIDTH = 8;
const LABEL_MARGIN = 12;

/** A chart that uPlot has drawn. */
export interface RunningPlot {
  /** Shows other values. The pointer, and what is read under it, stay where they are. */
  show(props: ChartProps): void;
  stop(): void;
}

/** Draws a chart with uPlot into an element, in the colours of the theme, as wide as the element is. */
export function startPlot(room: HTMLElement, first: ChartProps, timeZone: string): RunningPlot {
  let props = first;
  const drawNow = (): UPlot => draw(room, () => props, timeZone);
  let plot = drawNow();
  const redraw = (): void => {
    plot.destroy();
    plot = drawNow();
  };
  const resize = new ResizeObserver(() => plot.setSize({ width: room.clientWidth, height: HEIGHT }));
  resize.observe(room);
  const darkness = window.matchMedia('(prefers-color-scheme: dark)');
  darkness.addEventListener('change', redraw);
  return {
    show(next) {
      const sameSeries = next.series.length === props.series.length;
      props = next;
      if (sameSeries) plot.setData(dataOf(next));
      else redraw();
    },
    stop() {
      darkness.removeEventListener('change', redraw);
      resize.disconnect();
      plot.destroy();
    },
  };
}

function dataOf({ x, series }: ChartProps): UPlot.AlignedData {
  return [x.values, ...series.map(({ values }) => values)] as UPlot.AlignedData;
}

/** @param latest what the chart shows by now: its scales follow the values */
function draw(room: HTMLElement, latest: () => ChartProps, timeZone: string): UPlot {
  const props = latest();
  const { x, series, shape } = props;
  const options: UPlot.Options = {
    width: room.clientWidth,
    height: HEIGHT,
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), timeZone),
    cursor: { drag: { x: false, y: false } },
    scales: {
      x: { time: x.time ?? false, range: () => rangeOfX(latest()) },
      y: { range: () => rangeOfY(latest()) },
    },
    axes: axesOf(room, props),
    series: [
      {
        label: x.label,
        value: (_, value) =>
          (value as number | null) === null ? '–' : labelOfX(value, x.time ?? false, timeZone),
      },
      ...series.map(({ label }, index) => seriesOf(room, label, index, shape, props.y.unit)),
    ],
  };
  return new UPlot(options, dataOf(props), room);
}

function rangeOfY({ series }: ChartProps): [number, number] {
  const { low, high } = rangeOf(series);
  return [low, high * 1.05];
}

/** Bars stand around their x: half a slot of room at both ends. */
function rangeOfX({ x, shape }: ChartProps): [number, number] {
  const first = x.values[0] ?? 0;
  const last = x.values.at(-1) ?? 0;
  const half =
    shape === 'bars' || first === last ? (last - first || 1) / Math.max(1, x.values.length - 1) / 2 : 0;
  return [first - half, last + half];
}

function axesOf(room: HTMLElement, { x }: ChartProps): UPlot.Axis[] {
  const look = {
    stroke: colourOf(room, 'muted'),
    grid: { stroke: colourOf(room, 'chart-grid'), width: 1 },
    ticks: { show: false },
    font: `12px ${getComputedStyle(room).fontFamily}`,
  };
  return [
    {
      ...look,
      ...(x.time === true ? {} : { values: (_, values) => values.map(formatNumber) }),
      size: AXIS_SIZE,
    },
    { ...look, values: (_, values) => values.map(formatNumber), size: widthOfLabels },
  ];
}

function widthOfLabels(_: UPlot, labels: string[] | null): number {
  return LABEL_MARGIN + DIGIT_WIDTH * Math.max(0, ...(labels ?? []).map(({ length }) => length));
}

function seriesOf(
  room: HTMLElement,
  label: string,
  index: number,
  shape: ChartProps['shape'],
  unit: string,
): UPlot.Series {
  const colour = colourOf(room, `series-${index + 1}`);
  const bars = shape === 'bars' ? UPlot.paths.bars?.({ size: [0.7, 60] }) : undefined;
  return {
    label,
    stroke: colour,
    width: shape === 'line' ? 2 : 0,
    points: { show: false },
    value: (_, value) => ((value as number | null) === null ? '–' : `${formatNumber(value)} ${unit}`),
    ...(bars === undefined ? {} : { fill: colour, paths: bars }),
  };
}

/** The colour that a class gives to text: a canvas knows no style sheet. */
function colourOf(room: HTMLElement, className: string): string {
  const probe = document.createElement('i');
  probe.className = className;
  room.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
