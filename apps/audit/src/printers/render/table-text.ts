import type { Column, Row, Section, Table } from '../picture.ts';
import { layTable, type LaidRow, type TableLayout } from './table-layout.ts';
import { TEXT_WIDTH, type Pen } from './pen.ts';
import { padded, shown, shownPlace, widthOf } from './words.ts';
import { lineWidth, wrapCell } from './wrap.ts';

const GAP = 2;

/** The sections of a table: as a grid where it fits, otherwise each row as a block of its own. */
export function tableText(table: Table, pen: Pen): string[] {
  const sections = table.sections.filter(({ rows }) => rows.length > 0);
  if (sections.length === 0) return [];
  const layout = layTable({ ...table, sections }, TEXT_WIDTH, GAP, pen.language);
  return isReadable(layout)
    ? layout.sections.map((section) => gridText(section, layout, pen))
    : sections.map((section) => blocksText(section, table.columns, pen));
}

/** More lines in a row than that, and nobody sees what belongs together. */
const TALLEST = 4;

const isReadable = ({ fits, sections }: TableLayout): boolean =>
  fits && sections.every(({ rows }) => rows.every(({ height }) => height <= TALLEST));

// --- Grid ----------------------------------------------------------------------------------------------------------------------

function gridText(
  { title, rows }: TableLayout['sections'][number],
  { columns }: TableLayout,
  pen: Pen,
): string {
  const height = Math.max(1, ...columns.map((column) => column.title.length));
  const width = columns.reduce((sum, column) => sum + column.width + GAP, -GAP);
  const head = gridLines(
    columns.map((column) => column.title),
    height,
    columns,
    pen,
  );
  const apart = rows.some((row) => row.height > 1) ? '\n' : '';
  return [
    pen.bold(title),
    ...head,
    '─'.repeat(width),
    rows.map((row) => gridRow(row, columns, pen).join('\n')).join(`\n${apart}`),
  ].join('\n');
}

const gridRow = ({ cells, height }: LaidRow, columns: TableLayout['columns'], pen: Pen): string[] =>
  gridLines(cells, height, columns, pen);

function gridLines(
  cells: LaidRow['cells'],
  height: number,
  columns: TableLayout['columns'],
  pen: Pen,
): string[] {
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width }, place) => {
        const spans = cells[place]?.[line] ?? [];
        return pen.line(spans) + ' '.repeat(Math.max(0, width - lineWidth(spans)));
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

// --- Blocks --------------------------------------------------------------------------------------------------------------------

function blocksText({ title, rows }: Section, columns: readonly Column[], pen: Pen): string {
  const labels = columns.slice(1).map((column) => shown({ text: column.title }, pen.language));
  const used = labels.filter((_, index) => rows.some(({ cells }) => (cells[index + 1] ?? []).length > 0));
  const widest = Math.min(28, Math.max(0, ...used.map(widthOf)));
  const blocks = rows.map((row) => blockText(row, columns, labels, widest, pen));
  return [pen.bold(shown({ text: title }, pen.language)), ...blocks].join('\n\n');
}

function blockText(
  row: Row,
  columns: readonly Column[],
  labels: readonly string[],
  widest: number,
  pen: Pen,
): string {
  const indent = 2 + widest + GAP;
  const fields = labels.flatMap((label, index) => {
    const cell = row.cells[index + 1] ?? [];
    if (cell.length === 0) return [];
    const flowing = columns[index + 1]?.flowing === true;
    const lines = wrapCell(cell, TEXT_WIDTH - indent, flowing, pen.language);
    const labelLines = wrapCell([{ text: label, tone: 'muted' }], widest, true, pen.language);
    return Array.from({ length: Math.max(lines.length, labelLines.length) }, (_, line) => {
      const left = labelLines[line] ?? [];
      const gap = ' '.repeat(widest - lineWidth(left) + GAP);
      return `  ${pen.line(left)}${gap}${pen.line(lines[line] ?? [])}`.trimEnd();
    });
  });
  return [headLine(row, pen), ...fields].join('\n');
}

/** What the row is about, and at the right where it stands when there is room. */
function headLine({ cells, at }: Row, pen: Pen): string {
  const lines = wrapCell(cells[0] ?? [], TEXT_WIDTH, false, pen.language);
  const last = lines.at(-1) ?? [];
  const head = lines.map((line) => pen.bold(line.map(({ text }) => text).join(''))).join('\n');
  if (at === undefined) return head;
  const place = shownPlace(at);
  const room = TEXT_WIDTH - lineWidth(last) - widthOf(place);
  const muted = pen.toned(place, 'muted');
  return room >= GAP ? `${head}${' '.repeat(room)}${muted}` : `${head}\n${padded('', 2)}${muted}`;
}
