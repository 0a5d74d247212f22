import { TEXT_SIZE, widthOf } from './text-fit.ts';

/** Below this width a row's words stand above its bar, not beside it. */
const BESIDE_FROM = 500;
const GAP = 12;
const MOST_LABEL = 210;
const BAR = 14;
const PITCH = { beside: 28, above: 40 };
// From the top of a row to the middle of its bar.
const MIDDLE = { beside: 14, above: 27 };
// A line beside words stops so far above and below the middle of the bar.
const AROUND_BAR = 11;
const BASELINE = TEXT_SIZE * 0.36;

/** Where the parts of one row are. */
export interface Row {
  readonly label: { readonly x: number; readonly y: number; readonly room: number };
  /** Ends here: the value stands right. */
  readonly value: { readonly x: number; readonly y: number; readonly room: number };
  /** The bar's middle, top and height. */
  readonly middle: number;
  readonly bar: { readonly y: number; readonly height: number };
}

/** A stretch of the drawing, from above. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Rows that share one axis. */
export interface Rows {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where lines may run up and down without crossing words. */
  readonly planes: readonly Stretch[];
  readonly rows: readonly Row[];
}

/** Words of a row: its name and the value at its end. */
export interface RowWords {
  readonly label: string;
  readonly value: string;
}

/** Places rows of a name, a bar and a value: side by side where there is room, on a phone the words above the bar. */
export function placeRows(width: number, top: number, words: readonly RowWords[]): Rows {
  const valueRoom = Math.min(width * 0.55, Math.max(0, ...words.map(({ value }) => widthOf(value))));
  const beside = width >= BESIDE_FROM;
  const labelRoom = beside
    ? Math.min(MOST_LABEL, Math.max(0, ...words.map(({ label }) => widthOf(label))))
    : width - valueRoom - GAP;
  const pitch = beside ? PITCH.beside : PITCH.above;
  const rows = words.map((_, index): Row => {
    const start = top + index * pitch;
    const middle = start + (beside ? MIDDLE.beside : MIDDLE.above);
    const y = beside ? middle + BASELINE : start + TEXT_SIZE;
    return {
      label: { x: 0, y, room: labelRoom },
      value: { x: width, y, room: valueRoom },
      middle,
      bar: { y: middle - BAR / 2, height: BAR },
    };
  });
  const bottom = top + words.length * pitch + 4;
  const around = rows.map(({ middle }) => ({ top: middle - AROUND_BAR, bottom: middle + AROUND_BAR }));
  return {
    left: beside ? labelRoom + GAP : 1,
    right: beside ? width - valueRoom - GAP : width - 1,
    top,
    bottom,
    planes: beside ? [{ top, bottom }] : around,
    rows,
  };
}
