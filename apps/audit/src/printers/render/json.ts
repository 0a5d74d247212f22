import { replaceUnprintable } from '@madang/errors';
import type { Piece, Picture, SourcePlace } from '../picture.ts';
import { inLanguage } from '../words.ts';

/** A piece as programs get it; its words are English, whatever the language. */
export interface JsonPiece {
  readonly text: string;
  readonly tone: string;
  /** `null` where it has no place in the source. */
  readonly at: SourcePlace | null;
}

/** A picture as programs get it (docs/printers.md). */
export type JsonPicture = JsonTable | JsonGraph;

interface JsonTitled {
  readonly printer: string;
  readonly title: string;
  readonly notes: readonly JsonPiece[];
}

export interface JsonTable extends JsonTitled {
  readonly kind: 'table';
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly kind: string;
      readonly at: SourcePlace | null;
      /** By the key of the column. */
      readonly cells: Readonly<Record<string, readonly JsonPiece[]>>;
    }[];
  }[];
}

export interface JsonGraph extends JsonTitled {
  readonly kind: 'graph';
  readonly nodes: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: string;
    readonly lines: readonly JsonPiece[];
    readonly cluster: string | null;
    readonly at: SourcePlace | null;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly labels: readonly JsonPiece[];
    readonly dashed: boolean;
  }[];
  readonly clusters: readonly { readonly id: string; readonly label: string }[];
}

/** A picture as JSON. The same picture gives the same text. */
export function pictureJson(printer: string, picture: Picture): string {
  const text = JSON.stringify(jsonOf(printer, picture), null, 2);
  // A terminal may show it; within JSON such characters stand in strings alone.
  return replaceUnprintable(text, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

function jsonOf(printer: string, picture: Picture): JsonPicture {
  const titled = { printer, title: picture.title.en, notes: picture.notes.map(jsonPiece) };
  if (picture.kind === 'table') {
    return {
      ...titled,
      kind: 'table',
      columns: picture.columns.map(({ key, title }) => ({ key, title: title.en })),
      sections: picture.sections.map(({ title, rows }) => ({
        title,
        rows: rows.map(({ kind, at, cells }) => ({
          kind,
          at: at ?? null,
          cells: Object.fromEntries(
            picture.columns.map(({ key }, index) => [key, (cells[index] ?? []).map(jsonPiece)]),
          ),
        })),
      })),
    };
  }
  return {
    ...titled,
    kind: 'graph',
    nodes: picture.nodes.map(({ id, label, kind, lines, cluster, at }) => ({
      ...{ id, label: inLanguage(label.text, 'en'), kind },
      ...{ lines: lines.map(jsonPiece), cluster: cluster ?? null, at: at ?? null },
    })),
    edges: picture.edges.map(({ from, to, label, dashed }) => ({
      ...{ from, to, labels: label.map(jsonPiece), dashed },
    })),
    clusters: picture.clusters.map(({ id, label }) => ({ id, label: inLanguage(label.text, 'en') })),
  };
}

const jsonPiece = ({ text, tone, at }: Piece): JsonPiece => ({
  text: inLanguage(text, 'en'),
  tone: tone ?? 'plain',
  at: at ?? null,
});
