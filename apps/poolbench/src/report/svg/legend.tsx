import { printable } from '@madang/errors';
import type { VNode } from 'preact';
import { dashOf, Marker, seriesClass } from './series.tsx';

/** One thing that is drawn, and what it means. */
export interface Key {
  readonly label: string;
  readonly look:
    | { readonly kind: 'line' | 'points' | 'box'; readonly series: number; readonly dash?: number }
    | { readonly kind: 'curve' | 'aim' | 'band' | 'limit' | 'short' | 'interval' | 'range' };
}

const LONGEST = 60;
const WIDTH = 22;
const HEIGHT = 12;

/** What the lines and areas mean. It wraps as text does, so it never covers the drawing. */
export function Legend({ keys }: { keys: readonly Key[] }): VNode | null {
  if (keys.length === 0) return null;
  return (
    <ul class="plot-legend">
      {keys.map(({ label, look }) => (
        <li title={label.length > LONGEST ? printable(label) : undefined}>
          <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            <Sample look={look} />
          </svg>
          <bdi>{printable(label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label)}</bdi>
        </li>
      ))}
    </ul>
  );
}

const ACROSS = `M0 ${HEIGHT / 2}H${WIDTH}`;

function Sample({ look }: { look: Key['look'] }): VNode {
  switch (look.kind) {
    case 'line':
    case 'points':
      return (
        <>
          <path
            class={`plot-line ${seriesClass(look.series)}`}
            stroke-dasharray={dashOf(look.dash ?? look.series)}
            d={ACROSS}
          />
          {look.kind === 'points' && <Marker x={WIDTH / 2} y={HEIGHT / 2} index={look.series} />}
        </>
      );
    case 'box':
      return (
        <rect class={`plot-fill ${seriesClass(look.series)}`} x="5" width={HEIGHT} height={HEIGHT} rx="2" />
      );
    case 'curve':
    case 'aim':
      return <path class={`plot-${look.kind}`} d={ACROSS} />;
    case 'band':
    case 'limit':
      return <rect class={`plot-${look.kind}`} width={WIDTH} height={HEIGHT} rx="2" />;
    case 'short':
      return <path class="plot-short" d={crossPath(WIDTH / 2, HEIGHT / 2)} />;
    case 'interval':
    case 'range':
      return <path class={`plot-${look.kind}`} d={barPath(1, WIDTH - 1, HEIGHT / 2, look.kind)} />;
  }
}

/** A small cross. */
export function crossPath(x: number, y: number): string {
  return `M${x - 3.5} ${y - 3.5}l7 7m0 -7l-7 7`;
}

/** From end to end: an interval is closed by bars, a range of what was seen is not. */
export function barPath(from: number, to: number, y: number, kind: 'interval' | 'range'): string {
  const ends = kind === 'interval' ? `M${from} ${y - 4}v8M${to} ${y - 4}v8` : '';
  return `M${from} ${y}H${to}${ends}`;
}
