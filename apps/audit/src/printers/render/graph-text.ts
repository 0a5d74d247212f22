import type { Graph, GraphEdge, GraphNode, Piece } from '../picture.ts';
import { TEXT_WIDTH, type Pen } from './pen.ts';
import { shown, shownPlace, signOf, widthOf } from './words.ts';
import { wrapCell } from './wrap.ts';

/** Nodes with what leads away from them, by cluster. */
export function graphText(graph: Graph, pen: Pen): string[] {
  return new GraphWriter(graph, pen).blocks;
}

/** What stands beside a name may reach so far; longer words stand below it. */
const HEAD_WIDTH = 60;

class GraphWriter {
  readonly #graph: Graph;
  readonly #pen: Pen;
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #outgoing = new Map<string, GraphEdge[]>();

  constructor(graph: Graph, pen: Pen) {
    this.#graph = graph;
    this.#pen = pen;
    this.#nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    this.#titles = new Map(graph.clusters.map(({ id, label }) => [id, this.#say(label)]));
    for (const edge of graph.edges)
      this.#outgoing.set(edge.from, [...(this.#outgoing.get(edge.from) ?? []), edge]);
  }

  get blocks(): string[] {
    return [...this.#titles.keys(), undefined].flatMap((cluster) => {
      const members = this.#graph.nodes.filter(
        (node) => node.cluster === cluster && !(cluster === undefined && this.#isMereEnd(node)),
      );
      if (members.length === 0) return [];
      const title = this.#titles.get(cluster ?? '');
      const head = title === undefined ? [] : [this.#pen.bold(title)];
      return [[...head, ...members.flatMap((node) => this.#node(node))].join('\n')];
    });
  }

  #say(piece: Piece): string {
    return shown(piece, this.#pen.language);
  }

  /** Where arrows only end, and nothing is said that the arrows do not say. */
  #isMereEnd({ id, lines }: GraphNode): boolean {
    return lines.length === 0 && !this.#outgoing.has(id) && this.#graph.edges.some(({ to }) => to === id);
  }

  #node(node: GraphNode): string[] {
    const indent = node.cluster === undefined ? '' : '  ';
    const under = `${indent}    `;
    // The place at the right has the file, too.
    const told = node.lines.filter(({ text }) => text !== node.at?.file);
    const label = this.#say(node.label);
    const [first] = told;
    const beside = first === undefined ? 0 : 2 + widthOf(signOf(first.tone) + this.#say(first));
    const isBeside = widthOf(indent + label) + beside <= HEAD_WIDTH;
    const below = isBeside ? told.slice(1) : told;
    const head = first === undefined || !isBeside ? '' : `  ${this.#pen.piece(first)}`;
    const used = widthOf(indent + label) + (isBeside ? beside : 0);
    return [
      `${indent}${this.#pen.bold(label)}${head}${this.#place(node, used)}`,
      ...below.flatMap((piece) => this.#wrapped([piece], under, under)),
      ...(this.#outgoing.get(node.id) ?? []).flatMap((edge) => this.#edge(node, edge, under)),
    ];
  }

  /** At the right, where there is room. */
  #place({ at }: GraphNode, used: number): string {
    if (at === undefined) return '';
    const place = shownPlace(at);
    const room = TEXT_WIDTH - used - widthOf(place);
    return room < 2 ? '' : `${' '.repeat(room)}${this.#pen.toned(place, 'muted')}`;
  }

  #edge(from: GraphNode, { to, label, dashed }: GraphEdge, indent: string): string[] {
    const target = this.#nodes.get(to);
    if (target === undefined) return [];
    const title = target.cluster === from.cluster ? undefined : this.#titles.get(target.cluster ?? '');
    const name = `${title === undefined ? '' : `${title} › `}${this.#say(target.label)}`;
    const labels = label.map((piece) => this.#say(piece)).join(', ');
    const text = labels === '' ? name : `${name} (${labels})`;
    return this.#wrapped([{ text }], `${indent}${dashed ? '⇢' : '→'} `, `${indent}  `);
  }

  #wrapped(pieces: readonly Piece[], first: string, others: string): string[] {
    const lines = wrapCell(pieces, TEXT_WIDTH - widthOf(first), false, this.#pen.language);
    return lines.map((line, index) => `${index === 0 ? first : others}${this.#pen.line(line)}`);
  }
}
