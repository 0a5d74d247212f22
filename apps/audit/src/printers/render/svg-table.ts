import type { NodeKind, Table } from '../picture.ts';
import type { Drawing } from './drawing.ts';
import { FONT, LINE, pixelsOf, round, spansAt, textAt } from './svg-text.ts';
import { layTable, type LaidRow, type TableLayout } from './table-layout.ts';
import { shownPlace, type Language } from './words.ts';
import { escapeXml } from './svg-text.ts';

/** Columns of text in a picture of about 1,200 pixels. */
const COLUMNS = 146;
const GAP = 3;
const PADDING = 6;
const CELL = pixelsOf('x', FONT);

/** A table as it would be printed: hairlines, heads in muted words, a section for each contract. */
export function tableDrawing(table: Table, language: Language): Drawing {
  const sections = table.sections.filter(({ rows }) => rows.length > 0);
  if (sections.length === 0) return { width: 0, height: 0, body: '', kinds: [] };
  const layout = layTable({ ...table, sections }, COLUMNS, GAP, language);
  const canvas = new TableCanvas(layout);
  for (const section of layout.sections) canvas.addSection(section);
  return { width: canvas.width, height: canvas.height, body: canvas.body, kinds: [...canvas.kinds] };
}

class TableCanvas {
  readonly #layout: TableLayout;
  readonly #starts: readonly number[];
  readonly #parts: string[] = [];
  readonly kinds = new Set<NodeKind>();
  readonly width: number;
  height = 0;

  constructor(layout: TableLayout) {
    this.#layout = layout;
    let x = 14;
    this.#starts = layout.columns.map(({ width }) => {
      const start = x;
      x += (width + GAP) * CELL;
      return start;
    });
    this.width = x - GAP * CELL + PADDING;
  }

  get body(): string {
    return this.#parts.join('\n');
  }

  addSection({ title, rows }: TableLayout['sections'][number]): void {
    if (this.height > 0) this.height += 20;
    this.#parts.push(textAt(0, this.height + 16, title, 'section'));
    this.height += 26;
    this.#addHead();
    for (const row of rows) this.#addRow(row);
  }

  #addHead(): void {
    const lines = Math.max(1, ...this.#layout.columns.map(({ title }) => title.length));
    for (const [place, { title }] of this.#layout.columns.entries())
      for (const [index, line] of title.entries())
        this.#parts.push(spansAt(this.#starts[place] ?? 0, this.#lineAt(index), line, 'head'));
    this.height += lines * LINE + 2 * PADDING;
  }

  #addRow({ row, cells, height }: LaidRow): void {
    this.kinds.add(row.kind);
    const tall = height * LINE + 2 * PADDING;
    const tip = row.at === undefined ? '' : `<title>${escapeXml(shownPlace(row.at))}</title>`;
    const texts = cells.flatMap((lines, place) =>
      lines.map((line, index) =>
        spansAt(this.#starts[place] ?? 0, this.#lineAt(index), line, place === 0 ? 'strong' : ''),
      ),
    );
    this.#parts.push(
      `<g>${tip}<line class="rule" x1="0" x2="${round(this.width)}" y1="${round(this.height)}" y2="${round(this.height)}"/>` +
        `<rect class="mark ${row.kind}" x="0" y="${round(this.height + PADDING)}" width="4" height="${round(tall - 2 * PADDING)}" rx="2"/>` +
        `${texts.join('')}</g>`,
    );
    this.height += tall;
  }

  #lineAt(index: number): number {
    return this.height + PADDING + index * LINE + 13;
  }
}
