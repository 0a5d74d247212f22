import type { Graph, GraphNode, Piece } from '../picture.ts';
import { inLanguage, nodeWords } from '../words.ts';
import { widthOf } from './words.ts';

/** Fewer may stand alone. */
const FEW = 2;

/**
 * A graph to be drawn: nodes that no arrow touches, of one kind in one cluster, are one node that lists them, since a drawing
 * would need a row for each.
 */
export function folded(graph: Graph): Graph {
  const touched = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  const groups = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    if (touched.has(node.id)) continue;
    const key = `${node.cluster ?? ''} ${node.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const folds = new Map<string, GraphNode>();
  const gone = new Set<string>();
  for (const nodes of groups.values()) {
    const [first] = nodes;
    if (first === undefined || nodes.length < FEW) continue;
    folds.set(first.id, listOf(first, nodes));
    for (const { id } of nodes.slice(1)) gone.add(id);
  }
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => !gone.has(id)).map((node) => folds.get(node.id) ?? node),
  };
}

function listOf(first: GraphNode, nodes: readonly GraphNode[]): GraphNode {
  const words = nodeWords[first.kind];
  const label: Piece = {
    text: { en: `${nodes.length} × ${words.en}`, ko: `${words.ko} ${nodes.length}개` },
  };
  return { ...first, label, lines: namesOf(nodes), at: undefined };
}

const LINE_WIDTH = 40;

/** Names side by side, some in a line. */
function namesOf(nodes: readonly GraphNode[]): Piece[] {
  const lines: string[] = [];
  for (const { label } of nodes) {
    const name = inLanguage(label.text, 'en');
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + widthOf(name) + 2 <= LINE_WIDTH)
      lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(name);
  }
  return lines.map((text) => ({ text }));
}
