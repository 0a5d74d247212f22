import * as dagre from '@dagrejs/dagre';

/** The part of dagre that is used; its own declarations do not resolve under Node's rules for modules. */
interface Dagre {
  readonly Graph: new (options: { readonly compound: boolean }) => LayeredGraph;
  readonly layout: (graph: LayeredGraph) => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LayeredGraph {
  setGraph(options: {
    readonly rankdir: 'LR' | 'BT';
    readonly nodesep: number;
    readonly edgesep: number;
    readonly ranksep: number;
    readonly ranker?: 'network-simplex' | 'tight-tree';
  }): void;
  setNode(id: string, size: Size | Record<string, never>): void;
  setParent(id: string, cluster: string): void;
  setEdge(from: string, to: string, label: Size & { readonly minlen: number; readonly labelpos: 'c' }): void;
  /** Its middle and size, once it is laid out. */
  node(id: string): Point & Size;
  /** Without `x` and `y` where it has no label. */
  edge(from: string, to: string): { readonly points: readonly Point[] } & Partial<Point> & Size;
}

export const { Graph: LayeredGraph, layout } = dagre as unknown as Dagre;
