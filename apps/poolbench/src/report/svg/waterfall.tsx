import type { VNode } from 'preact';
import { axisName, BELOW, BottomAxis } from './axis.tsx';
import { Figure, type ChartText, type Drawing } from './figure.tsx';
import { Flags, LANE } from './flags.tsx';
import { Label } from './label.tsx';
import { lanesOf, placeFlags } from './lanes.ts';
import { formatMs, formatShare, formatShort } from './number.ts';
import { at } from './path.ts';
import { placeRows, type Rows } from './rows.ts';
import { drawable, linearScale, type Scale } from './scale.ts';

export interface WaterfallProps extends ChartText<{
  readonly stage: string;
  /** Name of the axis: time since the beginning. */
  readonly time: string;
  readonly share: string;
  readonly total: string;
}> {
  /** In order; null for a stage that did not take place. */
  readonly stages: readonly { readonly stage: string; readonly ms: number | null }[];
  /** Moments since the beginning: "can be used". */
  readonly marks?: readonly { readonly ms: number; readonly label: string }[];
}

interface Step {
  readonly stage: string;
  readonly ms: number;
  readonly start: number;
}

/** The stages of a connection, each beginning where the one before it ended. The longest is drawn in full colour. */
export function Waterfall(props: WaterfallProps): VNode {
  const steps = stepsOf(props.stages);
  const total = steps.reduce((sum, { ms }) => sum + ms, 0);
  const { words } = props;
  const share = (ms: number): string => (total > 0 ? formatShare(ms / total) : formatShare(0));
  const figures = {
    heads: [words.stage, axisName(words.time, 'ms'), words.share],
    rows: [
      ...props.stages.map(({ stage, ms }) => {
        const drawn = drawable(ms);
        return [stage, ms, drawn === null ? '' : share(drawn)];
      }),
      [words.total, total, share(total)],
    ],
  };
  const draw = steps.length === 0 ? null : (width: number): Drawing => drawing(props, steps, total, width);
  return <Figure text={props} figures={figures} draw={draw} />;
}

function stepsOf(stages: WaterfallProps['stages']): Step[] {
  let start = 0;
  return stages.flatMap(({ stage, ms }) => {
    const drawn = drawable(ms);
    if (drawn === null) return [];
    const step = { stage, ms: Math.max(0, drawn), start };
    start += step.ms;
    return [step];
  });
}

function drawing(props: WaterfallProps, steps: readonly Step[], total: number, width: number): Drawing {
  const { words, lang, marks = [] } = props;
  const all = [...steps, { stage: words.total, ms: total, start: 0 }];
  const texts = all.map(({ stage, ms }, index) => ({
    label: stage,
    value:
      index < steps.length ? `${formatMs(ms)} · ${formatShare(total > 0 ? ms / total : 0)}` : formatMs(ms),
  }));
  const { left, right } = placeRows(width, 0, texts);
  const scale = linearScale([total], { from: left, to: right }, Math.floor((right - left) / 56));
  const flags = placeFlags(
    marks.map(({ ms, label }) => ({ x: scale.place(drawable(ms) ?? 0), label })),
    width,
  );
  const rows = placeRows(width, lanesOf(flags) * LANE, texts);
  const longest = Math.max(...steps.map(({ ms }) => ms));
  return {
    height: rows.bottom + BELOW,
    content: (
      <>
        <BottomAxis
          scale={scale}
          format={(value) => formatShort(value, lang)}
          name={axisName(words.time, 'ms')}
          planes={rows.planes}
          bottom={rows.bottom}
          width={width}
        />
        <Flags flags={flags} top={rows.top} planes={rows.planes} />
        {all.map((step, index) => (
          <Bar
            step={step}
            words={texts[index] ?? { label: '', value: '' }}
            row={rows.rows[index]}
            scale={scale}
            look={index === steps.length ? 'total' : step.ms === longest ? 'longest' : 'other'}
          />
        ))}
      </>
    ),
  };
}

interface BarProps {
  readonly step: Step;
  readonly words: { readonly label: string; readonly value: string };
  readonly row: Rows['rows'][number] | undefined;
  readonly scale: Scale;
  readonly look: 'longest' | 'other' | 'total';
}

const LEAST_WIDTH = 1.5;
const LOOKS = { longest: 'plot-fill series-1', other: 'plot-faint series-1', total: 'plot-faint series-6' };

function Bar({ step, words, row, scale, look }: BarProps): VNode | null {
  if (row === undefined) return null;
  const from = scale.place(step.start);
  const to = scale.place(step.start + step.ms);
  const strong = look === 'other' ? 'ink' : 'strong';
  return (
    <g>
      <Label {...row.label} text={words.label} look={strong} />
      <rect
        class={LOOKS[look]}
        x={at(from)}
        y={at(row.bar.y)}
        width={at(Math.max(LEAST_WIDTH, to - from))}
        height={row.bar.height}
        rx="2"
      />
      <Label {...row.value} text={words.value} anchor="end" look={strong} />
    </g>
  );
}
