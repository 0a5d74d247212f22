import type { Cluster, GraphEdge, GraphNode, Piece } from './picture.ts';

/** Collects a graph. Things are known by what they are, and numbered in the order in which they come. */
export class GraphDraft {
  readonly #nodes = new Map<unknown, GraphNode>();
  readonly #edges = new Map<string, { edge: GraphEdge; labels: Piece[] }>();
  readonly #clusters = new Map<unknown, Cluster>();

  /** The id of a thing; it is described when it is met first. */
  node(thing: unknown, describe: () => Omit<GraphNode, 'id'>): string {
    const known = this.#nodes.get(thing);
    if (known !== undefined) return known.id;
    const made = { id: `n${this.#nodes.size}`, ...describe() };
    this.#nodes.set(thing, made);
    return made.id;
  }

  has(thing: unknown): boolean {
    return this.#nodes.has(thing);
  }

  cluster(thing: unknown, label: Piece): string {
    const known = this.#clusters.get(thing);
    if (known !== undefined) return known.id;
    const made = { id: `c${this.#clusters.size}`, label };
    this.#clusters.set(thing, made);
    return made.id;
  }

  /** Between two nodes there is one edge each way; labels that are told again are told once. */
  edge(from: string, to: string, label: readonly Piece[] = [], dashed = false): void {
    const key = `${from} ${to}`;
    const known = this.#edges.get(key);
    if (known === undefined) {
      this.#edges.set(key, { edge: { from, to, label: [], dashed }, labels: [...label] });
      return;
    }
    const told = new Set(known.labels.map(({ text }) => JSON.stringify(text)));
    known.labels.push(...label.filter(({ text }) => !told.has(JSON.stringify(text))));
    known.edge = { ...known.edge, dashed: known.edge.dashed && dashed };
  }

  get parts(): { nodes: GraphNode[]; edges: GraphEdge[]; clusters: Cluster[] } {
    return {
      nodes: [...this.#nodes.values()],
      edges: [...this.#edges.values()].map(({ edge, labels }) => ({ ...edge, label: labels })),
      clusters: [...this.#clusters.values()],
    };
  }
}
