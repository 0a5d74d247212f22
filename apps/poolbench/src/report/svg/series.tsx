import type { VNode } from 'preact';
import { at } from './path.ts';

const COLOURS = 6;
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3'] as const;
const RADIUS = 3.2;

/** How a series looks: by class for the colour of the house, by dash and shape for those who see no colours. */
export function seriesClass(index: number): string {
  return `series-${(index % COLOURS) + 1}`;
}

export function dashOf(index: number): string | undefined {
  return DASHES[index % DASHES.length];
}

/** A point of a series; each series has a shape of its own. */
export function Marker({ x, y, index }: { x: number; y: number; index: number }): VNode {
  return <path class={`plot-mark ${seriesClass(index)}`} d={shapeOf(index % 4, x, y)} />;
}

function shapeOf(shape: number, x: number, y: number): string {
  const r = RADIUS;
  const [left, top] = [at(x), at(y)];
  if (shape === 1) return `M${left} ${top}m${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
  if (shape === 2) return `M${left} ${top}m0 ${-r * 1.3}l${r * 1.2} ${r * 2.2}h${-r * 2.4}z`;
  if (shape === 3)
    return `M${left} ${top}m0 ${-r * 1.35}l${r * 1.35} ${r * 1.35}l${-r * 1.35} ${r * 1.35}l${-r * 1.35} ${-r * 1.35}z`;
  return `M${left} ${top}m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
