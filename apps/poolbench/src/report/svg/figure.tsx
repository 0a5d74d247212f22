import { printable } from '@madang/errors';
import { Table, type Column, type Lang } from '@madang/web';
import type { ComponentChildren, VNode } from 'preact';
import { Legend, type Key } from './legend.tsx';
import { formatFull } from './number.ts';

/** Widths for which every drawing is laid out; text has 12 units, so it is readable from 328 and from 640 pixels on. */
const WIDTHS = [
  ['narrow', 344],
  ['wide', 680],
] as const;
const MOST_ROWS = 300;
const MOST_LETTERS = 120;

/** What every chart is told besides its figures. */
export interface ChartText<Words> {
  readonly lang: Lang;
  /** The question, or better its answer. */
  readonly title: string;
  /** The finding in a sentence, for those who do not see the drawing. */
  readonly finding: string;
  readonly words: Words & FigureWords;
}

/** The words that all charts need. */
export interface FigureWords {
  readonly asTable: string;
  readonly nothing: string;
  /** Added to the name of a logarithmic axis. */
  readonly log: string;
  /** Said above a table that is too long to be given whole. */
  readonly everyNth: (step: number) => string;
}

/** The same figures: one head for each column, the first column names the row. */
export interface Figures {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A drawing for one width. */
export interface Drawing {
  readonly height: number;
  readonly content: ComponentChildren;
}

export interface FigureProps {
  readonly text: ChartText<unknown>;
  readonly keys?: readonly Key[];
  readonly figures: Figures;
  /** What happened meanwhile, in a table of its own. */
  readonly events?: Figures;
  /** Null when there is nothing to draw. */
  readonly draw: ((width: number) => Drawing) | null;
}

/** A chart with its title, legend, text alternative and, below a fold, its figures. A style sheet shows the drawing that fits. */
export function Figure({ text, keys = [], figures, events, draw }: FigureProps): VNode {
  const { title, finding, words } = text;
  return (
    <figure class="plot">
      <figcaption>{printable(title)}</figcaption>
      {draw === null ? (
        <p class="plot-nothing">{words.nothing}</p>
      ) : (
        <>
          <Legend keys={keys} />
          {WIDTHS.map(([name, width]) => {
            const { height, content } = draw(width);
            return (
              <svg
                class={`plot-${name}-drawing`}
                role="img"
                aria-label={printable(finding)}
                viewBox={`0 0 ${width} ${Math.ceil(height)}`}
              >
                {content}
              </svg>
            );
          })}
        </>
      )}
      {figures.rows.length > 0 && (
        <details>
          <summary>{words.asTable}</summary>
          <FigureTable title={title} figures={figures} words={words} />
          {events !== undefined && events.rows.length > 0 && (
            <FigureTable title={title} figures={events} words={words} />
          )}
        </details>
      )}
    </figure>
  );
}

function Cell({ value }: { value: string | number | null }): VNode {
  return <bdi>{typeof value === 'string' ? printable(value, MOST_LETTERS) : formatFull(value)}</bdi>;
}

function FigureTable({
  title,
  figures,
  words,
}: {
  title: string;
  figures: Figures;
  words: FigureWords;
}): VNode {
  const step = Math.ceil(figures.rows.length / MOST_ROWS);
  const rows = figures.rows
    .map((cells, index) => ({ cells, index }))
    .filter(({ index }) => index % step === 0);
  const columns: Column<(typeof rows)[number]>[] = figures.heads.map((head, index) => ({
    key: String(index),
    head: printable(head),
    align: index === 0 ? 'left' : 'right',
    phone: true,
    cell: ({ cells }) => <Cell value={cells[index] ?? null} />,
  }));
  return (
    <>
      {step > 1 && <p class="plot-nothing">{words.everyNth(step)}</p>}
      <Table caption={printable(title)} columns={columns} rows={rows} keyOf={({ index }) => index} />
    </>
  );
}
