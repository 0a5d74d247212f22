import type { VNode } from 'preact';
import { axisName, BELOW, BottomAxis, uprightPath } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { Label } from './label.tsx';
import { barPath } from './legend.tsx';
import { formatQuantity, formatShort } from './number.ts';
import { at } from './path.ts';
import { placeRows } from './rows.ts';
import { drawable, linearScale, logScale } from './scale.ts';

export interface BarsProps extends ChartText<{
  readonly name: string;
  readonly low: string;
  readonly high: string;
}> {
  readonly bars: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly low?: number | null;
    readonly high?: number | null;
  }[];
  /** One axis, one unit; `ms` is shown as whichever unit of time suits the value. */
  readonly axis: { readonly label: string; readonly unit: string; readonly scale: 'linear' | 'log' };
}

/** Horizontal bars, with the interval of each where it is known. */
export function Bars(props: BarsProps): VNode {
  const { bars, axis, words } = props;
  const bounded = bars.some(({ low, high }) => (low ?? null) !== null || (high ?? null) !== null);
  const figures = {
    heads: [words.name, axisName(axis.label, axis.unit), ...(bounded ? [words.low, words.high] : [])],
    rows: bars.map(({ label, value, low = null, high = null }) => [
      label,
      value,
      ...(bounded ? [low, high] : []),
    ]),
  };
  const empty = bars.every(({ value }) => drawable(value) === null);
  return <Figure text={props} figures={figures} draw={empty ? null : (width) => drawing(props, width)} />;
}

function drawing({ bars, axis, lang, words }: BarsProps, width: number): Drawing {
  const texts = bars.map(({ label, value }) => ({ label, value: formatQuantity(value, axis.unit, lang) }));
  const { left, right, bottom, planes, rows } = placeRows(width, 0, texts);
  const values = bars.flatMap(({ value, low = null, high = null }) => [value, low, high]);
  const scaleOf = axis.scale === 'log' ? logScale : linearScale;
  const scale = scaleOf(values, { from: left, to: right }, Math.floor((right - left) / 56));
  const base = scale.place(axis.scale === 'log' ? scale.low : 0);
  return {
    height: bottom + BELOW,
    content: (
      <>
        <BottomAxis
          scale={scale}
          format={(value) => formatShort(value, lang)}
          name={axisName(axis.scale === 'log' ? `${axis.label}, ${words.log}` : axis.label, axis.unit)}
          planes={planes}
          bottom={bottom}
          width={width}
        />
        {bars.map((bar, index) => {
          const row = rows[index];
          const value = drawable(bar.value);
          if (row === undefined) return null;
          const [low, high] = [drawable(bar.low), drawable(bar.high)];
          return (
            <g>
              <Label {...row.label} text={bar.label} />
              {value !== null && (
                <rect
                  class="plot-fill series-1"
                  x={at(Math.min(base, scale.place(value)))}
                  y={at(row.bar.y)}
                  width={at(Math.abs(scale.place(value) - base))}
                  height={row.bar.height}
                  rx="2"
                />
              )}
              {low !== null && high !== null && (
                <path
                  class="plot-whisker"
                  d={barPath(at(scale.place(low)), at(scale.place(high)), at(row.middle), 'interval')}
                />
              )}
              <Label {...row.value} text={texts[index]?.value ?? ''} anchor="end" look="strong" />
            </g>
          );
        })}
        <path class="plot-base" d={uprightPath(base, planes)} />
      </>
    ),
  };
}
