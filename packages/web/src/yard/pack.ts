/** A square tile in its slab; units are those of the slab. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export interface PackedSlab {
  readonly squares: readonly Square[];
  /** Tiles for which there was no room. */
  readonly left: number;
}

export const SLAB = { width: 72, height: 108, margin: 5 } as const;
// A plain transfer (100,000 steps) has a side of 11 units; the smallest tile can still be seen, the largest leaves room for
// others. Between these bounds area is in proportion to steps.
const UNITS_PER_ROOT_STEP = 11 / Math.sqrt(100_000);
const SMALLEST = 9;
const LARGEST = 30;
const GAP = 3.5;
const SHRINK = 0.9;
const MOST_SHRUNK = 0.3;

/**
 * Lays the tiles of each slab out in rows, in their order. All slabs have one scale, so that equal areas mean equal steps: the
 * largest at which the fullest slab still holds all of its tiles, down to a bound.
 *
 * @param slabs steps used by each transaction of each block
 */
export function packYard(slabs: readonly (readonly number[])[]): readonly PackedSlab[] {
  for (let scale = 1; ; scale *= SHRINK) {
    const packed = slabs.map((steps) => packSlab(steps, scale));
    if (scale * SHRINK < MOST_SHRUNK || packed.every(({ left }) => left === 0)) return packed;
  }
}

function packSlab(steps: readonly number[], scale: number): PackedSlab {
  const right = SLAB.width - SLAB.margin;
  const bottom = SLAB.height - SLAB.margin;
  const squares: Square[] = [];
  let x: number = SLAB.margin;
  let y: number = SLAB.margin;
  let rowHeight = 0;
  for (const used of steps) {
    const side = sideOf(used) * scale;
    if (x + side > right && x > SLAB.margin) {
      x = SLAB.margin;
      y += rowHeight + GAP * scale;
      rowHeight = 0;
    }
    if (y + side > bottom) break;
    squares.push({ x: round(x), y: round(y), side: round(side) });
    x += side + GAP * scale;
    rowHeight = Math.max(rowHeight, side);
  }
  return { squares, left: steps.length - squares.length };
}

function sideOf(steps: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, Math.sqrt(steps) * UNITS_PER_ROOT_STEP));
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
