import type { Cluster, Column, Graph, NodeKind, Picture, Piece, Row, Table } from '../picture.ts';
import { GraphDraft } from '../graph-draft.ts';
import { inLanguage } from '../words.ts';

/** A picture as a graph: of a table, each row is a node, tied to the things that its cells name. */
export const graphOf = (picture: Picture): Graph =>
  picture.kind === 'graph' ? picture : graphOfTable(picture);

function graphOfTable({ columns, sections, title, about, notes }: Table): Graph {
  const draft = new GraphDraft();
  for (const section of sections) {
    const cluster = draft.cluster(section, { text: section.title });
    for (const row of section.rows) addRow(draft, columns, row, cluster);
  }
  return { kind: 'graph', direction: 'LR', title, about, notes, ...draft.parts };
}

function addRow(draft: GraphDraft, columns: readonly Column[], row: Row, cluster: Cluster['id']): void {
  const [head = []] = row.cells;
  const described = columns.slice(1).flatMap((column, index) => {
    const cell = row.cells[index + 1] ?? [];
    return column.ties !== undefined || cell.length === 0 ? [] : [lineOf(column, cell)];
  });
  const node = draft.node(row, () => ({
    label: head[0] ?? { text: '' },
    ...{ lines: described, kind: row.kind, cluster, at: row.at },
  }));
  for (const [index, column] of columns.entries())
    for (const piece of column.ties === undefined ? [] : (row.cells[index] ?? []))
      tie(draft, node, column, piece, cluster);
}

function tie(draft: GraphDraft, node: string, column: Column, piece: Piece, cluster: string): void {
  const kind: NodeKind = column.tied ?? 'inner';
  const other = draft.node(`${cluster} ${kind} ${inLanguage(piece.text, 'en')}`, () => ({
    label: { text: piece.text },
    ...{ lines: [], kind, cluster, at: piece.at },
  }));
  const label = [{ text: column.title, tone: piece.tone }];
  if (column.ties === 'from') draft.edge(other, node, label);
  else draft.edge(node, other, label);
}

/** `key: balances`. */
function lineOf({ title }: Column, cell: readonly Piece[]): Piece {
  const say = (language: 'en' | 'ko') =>
    `${title[language]}: ${cell.map(({ text }) => inLanguage(text, language)).join(', ')}`;
  return { text: { en: say('en'), ko: say('ko') }, tone: cell[0]?.tone };
}
