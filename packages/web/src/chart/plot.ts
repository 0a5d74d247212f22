import UPlot from 'uplot';
import { formatNumber } from '../format/number.ts';
import { labelOfX, rangeOf, type ChartProps } from './model.ts';

const HEIGHT = 240;
const AXIS_SIZE = 40;
const DIGIT_WIDTH = 8;
const LABEL_MARGIN = 12;

/** Draws a chart with uPlot into an element, in the colours of the theme, as wide as the element is; the answer ends it. */
export function startPlot(room: HTMLElement, props: ChartProps, timeZone: string): () => void {
  let plot = draw(room, props, timeZone);
  const redraw = (): void => {
    plot.destroy();
    plot = draw(room, props, timeZone);
  };
  const resize = new ResizeObserver(() => plot.setSize({ width: room.clientWidth, height: HEIGHT }));
  resize.observe(room);
  const darkness = window.matchMedia('(prefers-color-scheme: dark)');
  darkness.addEventListener('change', redraw);
  return () => {
    darkness.removeEventListener('change', redraw);
    resize.disconnect();
    plot.destroy();
  };
}

function draw(room: HTMLElement, props: ChartProps, timeZone: string): UPlot {
  const { x, series, shape } = props;
  const { low, high } = rangeOf(series);
  const data = [x.values, ...series.map(({ values }) => values)] as UPlot.AlignedData;
  const options: UPlot.Options = {
    width: room.clientWidth,
    height: HEIGHT,
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), timeZone),
    cursor: { drag: { x: false, y: false } },
    scales: { x: { time: x.time ?? false, range: rangeOfX(props) }, y: { range: [low, high * 1.05] } },
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
  return new UPlot(options, data, room);
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
