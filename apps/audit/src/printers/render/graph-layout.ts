import type { Graph, GraphEdge, GraphNode } from '../picture.ts';
import { layout, LayeredGraph } from './dagre.ts';
import { LINE, pixelsOf, SMALL } from './svg-text.ts';
import { shown, signOf, type Language } from './words.ts';

/** A rectangle by its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LaidEdge {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** The label's middle and size. */
  readonly label: Box | undefined;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly clusters: ReadonlyMap<string, Box>;
  /** In the order of the graph. */
  readonly edges: readonly LaidEdge[];
}

/** Room above the boxes of a cluster for its name. */
const NAME_ROOM = 18;

/** From here on the shorter arrows of network simplex are not worth its time: 158 boxes and 371 arrows took 3.8 s, and 0.4 s without it. */
const LARGE = 200;

/** Finds a place for everything, in layers (Sugiyama, by dagre). The same graph is laid out the same way. */
export function layGraph(graph: Graph, language: Language): GraphLayout {
  const framed = usedClusters(graph);
  const drawn = new LayeredGraph({ compound: true });
  drawn.setGraph({
    ...{ rankdir: graph.direction, nodesep: framed.size > 0 ? 30 : 22, edgesep: 12, ranksep: 64 },
    ...(graph.nodes.length + graph.edges.length > LARGE ? { ranker: 'tight-tree' } : {}),
  });
  for (const id of framed) drawn.setNode(id, {});
  for (const node of graph.nodes) {
    drawn.setNode(node.id, sizeOfNode(node, language));
    if (node.cluster !== undefined && framed.has(node.cluster)) drawn.setParent(node.id, node.cluster);
  }
  const clusterOf = new Map(graph.nodes.map(({ id, cluster }) => [id, cluster]));
  for (const edge of graph.edges) {
    // What belongs together stands side by side, and others behind it.
    const minlen = clusterOf.get(edge.from) === clusterOf.get(edge.to) ? 1 : 2;
    const label = sizeOfLabel(edge, language);
    drawn.setEdge(edge.from, edge.to, { ...label, minlen, labelpos: 'c' });
  }
  layout(drawn);
  return readLayout(drawn, graph, framed);
}

function usedClusters({ nodes }: Graph): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ cluster }) => cluster ?? []));
}

function sizeOfNode({ label, lines }: GraphNode, language: Language): { width: number; height: number } {
  const widths = [
    pixelsOf(shown(label, language)),
    ...lines.map((piece) => pixelsOf(signOf(piece.tone) + shown(piece, language), SMALL)),
  ];
  return { width: Math.max(60, ...widths) + 28, height: 32 + lines.length * LINE };
}

function sizeOfLabel({ label }: GraphEdge, language: Language): { width: number; height: number } {
  if (label.length === 0) return { width: 0, height: 0 };
  const widths = label.map((piece) => pixelsOf(shown(piece, language), SMALL));
  return { width: Math.max(...widths), height: label.length * (LINE - 3) };
}

function readLayout(drawn: LayeredGraph, graph: Graph, framed: ReadonlySet<string>): GraphLayout {
  const boxOf = (id: string, above = 0): Box => {
    const { x, y, width, height } = drawn.node(id);
    return { x: x - width / 2, y: y - height / 2 - above, width, height: height + above };
  };
  const clusters = new Map([...framed].map((id) => [id, boxOf(id, NAME_ROOM)]));
  const nodes = new Map(graph.nodes.map(({ id }) => [id, boxOf(id)]));
  const edges = graph.edges.map(({ from, to, label }): LaidEdge => {
    const { points, x, y, width, height } = drawn.edge(from, to);
    const isTold = label.length > 0 && x !== undefined && y !== undefined;
    return {
      points: fromSideToSide(points, nodes.get(from), nodes.get(to), graph.direction, isTold),
      label: isTold ? { x, y, width, height } : undefined,
    };
  });
  return moved({ nodes, clusters, edges });
}

/** Arrows that go the way of the drawing leave and reach boxes in the middle of their sides, and take no turn that they need not. */
function fromSideToSide(
  points: LaidEdge['points'],
  from: Box | undefined,
  to: Box | undefined,
  direction: Graph['direction'],
  isTold: boolean,
): LaidEdge['points'] {
  if (from === undefined || to === undefined || from === to) return points;
  const [start, end] =
    direction === 'LR'
      ? [
          { x: from.x + from.width, y: from.y + from.height / 2 },
          { x: to.x, y: to.y + to.height / 2 },
        ]
      : [
          { x: from.x + from.width / 2, y: from.y },
          { x: to.x + to.width / 2, y: to.y + to.height },
        ];
  const isForward = direction === 'LR' ? end.x > start.x : end.y < start.y;
  if (!isForward) return points;
  const between = points.slice(1, -1);
  return [start, ...(between.length === 1 && !isTold ? [] : between), end];
}

/** Everything begins at 0, 0. */
function moved({ nodes, clusters, edges }: Pick<GraphLayout, 'nodes' | 'clusters' | 'edges'>): GraphLayout {
  const boxes = [...nodes.values(), ...clusters.values()];
  const points = edges.flatMap((edge) => edge.points);
  const left = Math.min(...boxes.map(({ x }) => x), ...points.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y), ...points.map(({ y }) => y));
  const at = <Placed extends { readonly x: number; readonly y: number }>(placed: Placed): Placed => ({
    ...placed,
    ...{ x: placed.x - left, y: placed.y - top },
  });
  const move = (those: ReadonlyMap<string, Box>) => new Map([...those].map(([id, box]) => [id, at(box)]));
  return {
    width: Math.max(...boxes.map(({ x, width }) => x + width), ...points.map(({ x }) => x)) - left,
    height: Math.max(...boxes.map(({ y, height }) => y + height), ...points.map(({ y }) => y)) - top,
    nodes: move(nodes),
    clusters: move(clusters),
    edges: edges.map((edge) => ({
      points: edge.points.map(at),
      label: edge.label === undefined ? undefined : at(edge.label),
    })),
  };
}
