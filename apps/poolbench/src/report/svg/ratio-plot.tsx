import type { VNode } from 'preact';
import { BELOW, BottomAxis, uprightPath } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { Label } from './label.tsx';
import { barPath, type Key } from './legend.tsx';
import { formatShare, formatShort, NO_NUMBER } from './number.ts';
import { at } from './path.ts';
import { placeRows, type Row } from './rows.ts';
import { drawable, drawables, logScale, type Scale } from './scale.ts';

export type RatioVerdict = 'better' | 'worse' | 'same' | 'undecided';

export interface RatioRow {
  readonly label: string;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** A confidence interval, or (too few rounds) nothing but the least and the most that was seen. */
  readonly kind: 'interval' | 'range';
  readonly verdict: RatioVerdict;
}

export interface RatioPlotProps extends ChartText<{
  readonly name: string;
  /** Name of the axis. */
  readonly ratio: string;
  readonly low: string;
  readonly high: string;
  readonly kind: string;
  readonly verdict: string;
  readonly verdicts: Readonly<Record<RatioVerdict, string>>;
  readonly kinds: Readonly<Record<RatioRow['kind'], string>>;
  /** For the shaded band: "no difference that matters (± 5%)". */
  readonly band: (delta: string) => string;
}> {
  readonly rows: readonly RatioRow[];
  /** The smallest difference of interest, as a share: 0.05. */
  readonly delta: number;
}

// Narrower, and the bounds are in the drawing and the table alone.
const BOUNDS_FROM = 500;
const SIGNS: Readonly<Record<RatioVerdict, string>> = { better: '▲', worse: '▼', same: '=', undecided: '?' };

/** Ratios with their intervals about 1, on a log axis, so that twice and half are equally far. */
export function RatioPlot(props: RatioPlotProps): VNode {
  const { rows, words, delta } = props;
  const figures = {
    heads: [words.name, words.ratio, words.low, words.high, words.kind, words.verdict],
    rows: rows.map(({ label, median, low, high, kind, verdict }) => [
      label,
      median,
      low,
      high,
      words.kinds[kind],
      words.verdicts[verdict],
    ]),
  };
  const kinds = (['interval', 'range'] as const).filter((kind) => rows.some((row) => row.kind === kind));
  const keys: Key[] = [
    ...kinds.map((kind) => ({ label: words.kinds[kind], look: { kind } })),
    { label: words.band(formatShare(delta)), look: { kind: 'band' } },
  ];
  const empty = rows.every(({ median }) => drawable(median) === null);
  return (
    <Figure
      text={props}
      keys={keys}
      figures={figures}
      draw={empty ? null : (width) => drawing(props, width)}
    />
  );
}

function drawing({ rows, words, delta, lang }: RatioPlotProps, width: number): Drawing {
  const texts = rows.map(({ label, median, low, high, verdict }) => ({
    label,
    value: `${timesOf(median, lang)}${width < BOUNDS_FROM ? '' : boundsOf(low, high, lang)} ${SIGNS[verdict]} ${words.verdicts[verdict]}`,
  }));
  const { left, right, bottom, planes, rows: places } = placeRows(width, 0, texts);
  const band = [1 - delta, 1 + delta];
  const values = rows.flatMap(({ median, low, high }) => [median, low, high]);
  const scale = logScale([1, ...band, ...values], { from: left, to: right }, Math.floor((right - left) / 60));
  const [from, to] = band.map((value) => scale.place(value));
  return {
    height: bottom + BELOW,
    content: (
      <>
        {planes.map((plane) => (
          <rect
            class="plot-band"
            x={at(from ?? 0)}
            y={at(plane.top)}
            width={at((to ?? 0) - (from ?? 0))}
            height={at(plane.bottom - plane.top)}
          />
        ))}
        <BottomAxis
          scale={scale}
          format={(value) => `${formatShort(value, lang)}×`}
          name={`${words.ratio}, ${words.log}`}
          planes={planes}
          bottom={bottom}
          width={width}
        />
        <path class="plot-base" d={uprightPath(scale.place(1), planes)} />
        {rows.map((row, index) => (
          <Ratio row={row} place={places[index]} value={texts[index]?.value ?? ''} scale={scale} />
        ))}
      </>
    ),
  };
}

function boundsOf(low: number | null, high: number | null, lang: RatioPlotProps['lang']): string {
  return drawables([low, high]).length < 2 ? '' : ` [${formatShort(low, lang)}–${formatShort(high, lang)}]`;
}

function timesOf(ratio: number | null, lang: RatioPlotProps['lang']): string {
  const number = formatShort(ratio, lang);
  return number === NO_NUMBER ? number : `${number}×`;
}

interface RatioProps {
  readonly row: RatioRow;
  readonly place: Row | undefined;
  readonly value: string;
  readonly scale: Scale;
}

function Ratio({ row, place, value, scale }: RatioProps): VNode | null {
  if (place === undefined) return null;
  const [median, low, high] = [drawable(row.median), drawable(row.low), drawable(row.high)];
  const y = at(place.middle);
  return (
    <g class={`plot-${row.verdict}`}>
      <Label {...place.label} text={row.label} />
      {low !== null && high !== null && (
        <path
          class={`plot-${row.kind}`}
          d={barPath(at(scale.place(low)), at(scale.place(high)), y, row.kind)}
        />
      )}
      {median !== null && (
        <circle
          class={row.verdict === 'undecided' ? 'plot-hollow' : 'plot-mark'}
          cx={at(scale.place(median))}
          cy={y}
          r="4.5"
        />
      )}
      <Label {...place.value} text={value} anchor="end" look="strong" />
    </g>
  );
}
