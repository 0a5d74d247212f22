import type { VNode } from 'preact';
import { Label } from './label.tsx';
import { at } from './path.ts';
import type { Scale } from './scale.ts';
import type { Stretch } from './rows.ts';
import { TEXT_SIZE, widthOf } from './text-fit.ts';

/** Room for the numbers and the name below a plot. */
export const BELOW = 38;
const GAP = 10;
const LINE = 15;

interface Tick {
  readonly value: number;
  readonly place: number;
  readonly text: string;
}

export interface AxisProps {
  readonly scale: Scale;
  readonly format: (value: number) => string;
  /** With the unit: `Response time (ms)`. */
  readonly name: string;
}

/** The plane beside a left axis. */
export interface LeftAxisPlace {
  readonly left: number;
  readonly right: number;
  /** Baseline of the axis's name. */
  readonly nameY: number;
}

/** `Throughput (ops/s)`; the bare name where there is no unit. */
export function axisName(label: string, unit: string): string {
  return unit === '' ? label : `${label} (${unit})`;
}

/** Numbers and name below a plot, a hairline up through it at each. */
export function BottomAxis(
  props: AxisProps & {
    /** Through which the hairlines run; none where the planes draw their own. */
    readonly planes: readonly Stretch[];
    readonly bottom: number;
    readonly width: number;
  },
): VNode {
  const { scale, format, name, planes, bottom, width } = props;
  const ticks = ticksOf(scale, format);
  const centre = ({ place, text }: Tick): number => {
    const half = widthOf(text) / 2;
    return Math.max(half, Math.min(width - half, place));
  };
  const shown = legible(ticks, centre, ({ text }) => widthOf(text) + GAP);
  return (
    <g>
      <path class="plot-grid" d={ticks.map(({ place }) => uprightPath(place, planes)).join('')} />
      {shown.map((tick) => (
        <Label
          x={centre(tick)}
          y={bottom + LINE}
          text={tick.text}
          room={width}
          anchor="middle"
          look="muted"
        />
      ))}
      <Label x={width} y={bottom + LINE + 18} text={name} room={width} anchor="end" look="muted" />
    </g>
  );
}

/** Path data of an upright line through the planes. */
export function uprightPath(x: number, planes: readonly Stretch[]): string {
  return planes.map(({ top, bottom }) => `M${at(x)} ${at(top)}V${at(bottom)}`).join('');
}

/** Numbers left of a plot, its name above them, a hairline across at each. */
export function LeftAxis(props: AxisProps & { readonly plane: LeftAxisPlace }): VNode {
  const { scale, format, name } = props;
  const { left, right, nameY } = props.plane;
  const ticks = ticksOf(scale, format);
  const shown = legible(
    ticks,
    ({ place }) => place,
    () => LINE,
  );
  return (
    <g>
      <path
        class="plot-grid"
        d={ticks.map(({ place }) => `M${at(left)} ${at(place)}H${at(right)}`).join('')}
      />
      {shown.map(({ place, text }) => (
        <Label x={left - 6} y={place + TEXT_SIZE * 0.36} text={text} room={left} anchor="end" look="muted" />
      ))}
      <Label x={0} y={nameY} text={name} room={right} look="muted" />
    </g>
  );
}

/** The room that the numbers of a left axis take. */
export function leftRoom(scale: Scale, format: (value: number) => string): number {
  return Math.max(0, ...ticksOf(scale, format).map(({ text }) => widthOf(text))) + 8;
}

function ticksOf(scale: Scale, format: (value: number) => string): Tick[] {
  return scale.ticks.map((value) => ({ value, place: scale.place(value), text: format(value) }));
}

/** Those that stand clear of each other; a power of ten goes first. */
function legible(
  ticks: readonly Tick[],
  centre: (tick: Tick) => number,
  room: (tick: Tick) => number,
): Tick[] {
  const first = ticks.filter(({ value }) => value > 0 && Number.isInteger(Math.log10(value)));
  const kept = new Set<Tick>();
  for (const tick of [...first, ...ticks]) {
    const free = [...kept].every(
      (other) => Math.abs(centre(other) - centre(tick)) >= (room(other) + room(tick)) / 2,
    );
    if (free) kept.add(tick);
  }
  return ticks.filter((tick) => kept.has(tick));
}
