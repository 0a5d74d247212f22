import type { Column, Piece, Row, Table } from '../picture.ts';
import { wrapCell, type Line } from './wrap.ts';
import { shown, signOf, widthOf, type Language } from './words.ts';

/** A table cut to size: what stands in each cell, line by line. */
export interface TableLayout {
  readonly columns: readonly { readonly title: readonly Line[]; readonly width: number }[];
  readonly sections: readonly { readonly title: string; readonly rows: readonly LaidRow[] }[];
  /** Nothing had to be broken inside a word to make it fit. */
  readonly fits: boolean;
}

export interface LaidRow {
  readonly row: Row;
  readonly cells: readonly (readonly Line[])[];
  /** The number of lines that it takes. */
  readonly height: number;
}

/** Longer words may be broken. */
const LONGEST_WORD = 24;
/** Names that stand side by side need no more, since they can as well stand below one another. */
const FLOWING_WIDTH = 16;

/** Lays a table out in `available` columns, `gap` between two. Columns that no row fills are left out. */
export function layTable(table: Table, available: number, gap: number, language: Language): TableLayout {
  const rows = table.sections.flatMap((section) => section.rows);
  const kept = table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => index === 0 || rows.some(({ cells }) => (cells[index] ?? []).length > 0));
  const sizes = kept.map(({ column, index }) =>
    sizeOf(
      column,
      rows.map(({ cells }) => cells[index] ?? []),
      language,
    ),
  );
  const room = available - gap * (kept.length - 1);
  const widths = shrink(sizes, room);
  const cellsOf = (row: Row) =>
    kept.map(({ column, index }, place) =>
      wrapCell(row.cells[index] ?? [], widths[place] ?? 0, column.flowing === true, language),
    );
  return {
    columns: kept.map(({ column }, place) => ({
      title: wrapCell([{ text: column.title }], widths[place] ?? 0, false, language),
      width: widths[place] ?? 0,
    })),
    sections: table.sections.map((section) => ({
      title: shown({ text: section.title }, language),
      rows: section.rows.map((row) => {
        const cells = cellsOf(row);
        return { row, cells, height: Math.max(1, ...cells.map((lines) => lines.length)) };
      }),
    })),
    fits: widths.reduce((sum, width) => sum + width, 0) <= room,
  };
}

interface Size {
  /** All on one line. */
  readonly natural: number;
  /** What it is given where not everything can have all. */
  readonly enough: number;
  /** The longest word on a line of its own. */
  readonly minimal: number;
}

function sizeOf(column: Column, cells: readonly (readonly Piece[])[], language: Language): Size {
  let natural = widthOf(shown({ text: column.title }, language));
  let minimal = Math.min(LONGEST_WORD, longestWord(shown({ text: column.title }, language)));
  for (const cell of cells) {
    const texts = cell.map((piece) => signOf(piece.tone) + shown(piece, language));
    const widths = texts.map(widthOf);
    const whole =
      column.flowing === true
        ? widths.reduce((sum, width) => sum + width, 2 * Math.max(0, widths.length - 1))
        : Math.max(0, ...widths);
    natural = Math.max(natural, whole);
    const words = texts.map((text) => longestWord(text) + 1);
    minimal = Math.max(minimal, Math.min(LONGEST_WORD, ...[Math.max(0, ...words)]));
  }
  minimal = Math.min(natural, minimal);
  const enough = column.flowing === true ? Math.max(minimal, FLOWING_WIDTH) : natural;
  return { natural, enough: Math.min(natural, enough), minimal };
}

const longestWord = (text: string): number => Math.max(0, ...text.split(' ').map(widthOf));

/** Where there is not room for all, the widest columns give way first, down to their longest word. */
function shrink(sizes: readonly Size[], room: number): number[] {
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);
  const whole = sizes.map(({ natural }) => natural);
  if (total(whole) <= room) return whole;
  const at = (level: number) =>
    sizes.map(({ enough, minimal }) => Math.min(enough, Math.max(minimal, level)));
  let level = Math.max(0, ...sizes.map(({ enough }) => enough));
  while (level > 0 && total(at(level)) > room) level -= 1;
  return widened(at(level), whole, room);
}

/** What is left over goes to those that would have more. */
function widened(widths: readonly number[], natural: readonly number[], room: number): number[] {
  let result = [...widths];
  for (let level = 1; level <= Math.max(0, ...natural); level += 1) {
    const wider = widths.map((width, index) => Math.max(width, Math.min(natural[index] ?? 0, level)));
    if (wider.reduce((sum, width) => sum + width, 0) > room) break;
    result = wider;
  }
  return result;
}
