import type { VNode } from 'preact';
import { axisName, BELOW, BottomAxis } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { Label } from './label.tsx';
import { formatMs, formatShort } from './number.ts';
import { at } from './path.ts';
import { placeRows } from './rows.ts';
import { drawable, linearScale } from './scale.ts';
import { seriesClass } from './series.tsx';
import { TEXT_SIZE, widthOf } from './text-fit.ts';

export interface DecompositionProps extends ChartText<{
  readonly arm: string;
  /** Name of the axis: mean response time. */
  readonly mean: string;
  readonly total: string;
}> {
  readonly arms: readonly {
    readonly arm: string;
    /** Means, which add up; percentiles would not. */
    readonly parts: readonly { readonly name: string; readonly ms: number | null }[];
  }[];
}

type Arm = DecompositionProps['arms'][number];

/** The mean response of each arm, divided into what it was spent on. */
export function Decomposition(props: DecompositionProps): VNode {
  const { arms, words } = props;
  const names = [...new Set(arms.flatMap(({ parts }) => parts.map(({ name }) => name)))];
  const figures = {
    heads: [words.arm, ...names.map((name) => axisName(name, 'ms')), axisName(words.total, 'ms')],
    rows: arms.map((arm) => [
      arm.arm,
      ...names.map((name) => arm.parts.find((part) => part.name === name)?.ms ?? null),
      totalOf(arm),
    ]),
  };
  const keys = names.map((label, series) => ({ label, look: { kind: 'box' as const, series } }));
  const empty = arms.every(({ parts }) => parts.every(({ ms }) => drawable(ms) === null));
  return (
    <Figure
      text={props}
      keys={keys}
      figures={figures}
      draw={empty ? null : (width) => drawing(props, names, width)}
    />
  );
}

function totalOf({ parts }: Arm): number {
  return parts.reduce((sum, { ms }) => sum + Math.max(0, drawable(ms) ?? 0), 0);
}

function drawing(
  { arms, words, lang }: DecompositionProps,
  names: readonly string[],
  width: number,
): Drawing {
  const texts = arms.map((arm) => ({ label: arm.arm, value: formatMs(totalOf(arm)) }));
  const { left, right, bottom, planes, rows } = placeRows(width, 0, texts);
  const scale = linearScale(arms.map(totalOf), { from: left, to: right }, Math.floor((right - left) / 56));
  return {
    height: bottom + BELOW,
    content: (
      <>
        <BottomAxis
          scale={scale}
          format={(value) => formatShort(value, lang)}
          name={axisName(words.mean, 'ms')}
          planes={planes}
          bottom={bottom}
          width={width}
        />
        {arms.map((arm, index) => {
          const row = rows[index];
          if (row === undefined) return null;
          let start = 0;
          return (
            <g>
              <Label {...row.label} text={arm.arm} />
              {arm.parts.map(({ name, ms }) => {
                const from = scale.place(start);
                start += Math.max(0, drawable(ms) ?? 0);
                return (
                  <Segment
                    from={from}
                    to={scale.place(start)}
                    row={row}
                    ms={ms}
                    index={names.indexOf(name)}
                  />
                );
              })}
              <Label {...row.value} text={texts[index]?.value ?? ''} anchor="end" look="strong" />
            </g>
          );
        })}
      </>
    ),
  };
}

interface SegmentProps {
  readonly from: number;
  readonly to: number;
  readonly row: { readonly middle: number; readonly bar: { readonly y: number; readonly height: number } };
  readonly ms: number | null;
  readonly index: number;
}

const TALLER = 2;

/** One part of a bar, with its time in it where that fits. */
function Segment({ from, to, row, ms, index }: SegmentProps): VNode | null {
  if (to <= from) return null;
  const text = formatMs(ms);
  return (
    <g>
      <rect
        class={`plot-segment ${seriesClass(index)}`}
        x={at(from)}
        y={at(row.bar.y - TALLER)}
        width={at(to - from)}
        height={row.bar.height + 2 * TALLER}
      />
      {widthOf(text) + 8 <= to - from && (
        <Label
          x={(from + to) / 2}
          y={row.middle + TEXT_SIZE * 0.36}
          text={text}
          room={to - from}
          anchor="middle"
          look="on-fill"
        />
      )}
    </g>
  );
}
