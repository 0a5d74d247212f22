import { BELOW, leftRoom, type LeftAxisPlace } from './axis.tsx';
import type { Scale, Span } from './scale.ts';
import { widthOf } from './text-fit.ts';

const WIDE_FROM = 500;
const NAME_BASELINE = 12;
const NAME_ROOM = 24;
const RIGHT_EDGE = 8;
const PER_ROW = 22;
const PER_COLUMN = 34;

/** The rectangle between the axes, and the vertical scale in it. */
export interface Plane extends LeftAxisPlace {
  readonly top: number;
  readonly bottom: number;
  readonly y: Scale;
  /** How many numbers the horizontal axis has room for. */
  readonly columns: number;
  /** Of the whole drawing, the horizontal axis included. */
  readonly height: number;
}

interface PlaneTerms {
  readonly width: number;
  /** Where it begins, its name first; 0 by default. */
  readonly start?: number;
  /** Room for flags between the name and the plane. */
  readonly above?: number;
  /** Height of the plane; about 200 by default. */
  readonly tall?: number;
  /** Makes the vertical scale for its place and the number of ticks that fit. */
  readonly scaleY: (span: Span, mostTicks: number) => Scale;
  readonly formatY: (value: number) => string;
  /** A left edge that others set, for planes below each other. */
  readonly left?: number;
}

/** Lays out a plane: the numbers of the vertical axis get the room they need, the plane the rest. */
export function placePlane({
  width,
  start = 0,
  above = 0,
  tall,
  scaleY,
  formatY,
  left: given,
}: PlaneTerms): Plane {
  const top = start + NAME_ROOM + above;
  const bottom = top + (tall ?? (width < WIDE_FROM ? 190 : 220));
  const y = scaleY({ from: bottom, to: top }, Math.floor((bottom - top) / PER_ROW));
  const left = given ?? leftRoom(y, formatY);
  const right = width - RIGHT_EDGE;
  return {
    left,
    right,
    top,
    bottom,
    nameY: start + NAME_BASELINE,
    y,
    columns: Math.floor((right - left) / PER_COLUMN),
    height: bottom + BELOW,
  };
}

/** How many horizontal numbers like this one fit. */
export function fitting(span: number, sample: string): number {
  return Math.max(2, Math.floor(span / (widthOf(sample) + 16)));
}
