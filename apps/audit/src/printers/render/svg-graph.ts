import type { Graph, GraphEdge, GraphNode, NodeKind } from '../picture.ts';
import { folded } from './folded.ts';
import { layGraph, type LaidEdge, type Box } from './graph-layout.ts';
import type { Drawing } from './drawing.ts';
import { escapeXml, LINE, round, SMALL, spansAt, textAt } from './svg-text.ts';
import { shown, shownPlace, signOf, type Language } from './words.ts';

/** A graph with its boxes, arrows and the frames around what belongs together. */
export function graphDrawing(given: Graph, language: Language): Drawing {
  const graph = folded(given);
  if (graph.nodes.length === 0) return { width: 0, height: 0, body: '', kinds: [] };
  const laid = layGraph(graph, language);
  const parts = [
    ARROW,
    ...graph.clusters.flatMap(({ id, label }) => {
      const box = laid.clusters.get(id);
      return box === undefined ? [] : [frame(box, shown(label, language))];
    }),
    ...graph.edges.map((edge, index) => arrow(edge, laid.edges[index], graph.direction)),
    ...graph.nodes.map((node) => boxOf(node, laid.nodes.get(node.id), language)),
    // Above the boxes, so that no arrow hides what another one says.
    ...graph.edges.map((edge, index) => labelOf(edge, laid.edges[index], language)),
  ];
  const kinds: NodeKind[] = [...new Set(graph.nodes.map(({ kind }) => kind))];
  return {
    width: laid.width,
    height: laid.height,
    body: parts.filter((part) => part !== '').join('\n'),
    kinds,
  };
}

const ARROW =
  '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="tip" d="M0 1 9 5 0 9z"/></marker></defs>';

const rectOf = ({ x, y, width, height }: Box): string =>
  `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;

const frame = (box: Box, label: string): string =>
  `<g><rect class="cluster" ${rectOf(box)} rx="10"/>${textAt(box.x + 12, box.y + 17, label, 'small muted strong')}</g>`;

function boxOf(node: GraphNode, box: Box | undefined, language: Language): string {
  if (box === undefined) return '';
  const { label, lines, kind, at } = node;
  const tip = at === undefined ? '' : `<title>${escapeXml(shownPlace(at))}</title>`;
  const x = box.x + 14;
  const told = lines.map((piece, index) => {
    const tone = piece.tone ?? 'plain';
    const text = `${signOf(tone)}${shown(piece, language)}`;
    return spansAt(x, box.y + 21 + (index + 1) * LINE, [{ text, tone }], 'small');
  });
  return (
    `<g>${tip}<rect class="card" ${rectOf(box)} rx="6"/>` +
    `<rect class="mark ${kind}" x="${round(box.x)}" y="${round(box.y + 5)}" width="4" height="${round(box.height - 10)}" rx="2"/>` +
    `${textAt(x, box.y + 21, shown(label, language), 'strong')}${told.join('')}</g>`
  );
}

function arrow({ dashed }: GraphEdge, laid: LaidEdge | undefined, direction: Graph['direction']): string {
  if (laid === undefined) return '';
  const path = curve(laid.points, direction);
  return `<path class="edge${dashed ? ' dashed' : ''}" d="${path}" marker-end="url(#tip)"/>`;
}

/** From point to point, at each of them along the way of the drawing. */
function curve([first, ...rest]: LaidEdge['points'], direction: Graph['direction']): string {
  if (first === undefined) return '';
  let { x, y } = first;
  const bends = rest.map((to) => {
    const [one, two] =
      direction === 'LR'
        ? [`${round((x + to.x) / 2)} ${round(y)}`, `${round((x + to.x) / 2)} ${round(to.y)}`]
        : [`${round(x)} ${round((y + to.y) / 2)}`, `${round(to.x)} ${round((y + to.y) / 2)}`];
    ({ x, y } = to);
    return `C${one} ${two} ${round(x)} ${round(y)}`;
  });
  return `M${round(first.x)} ${round(first.y)}${bends.join('')}`;
}

function labelOf({ label }: GraphEdge, laid: LaidEdge | undefined, language: Language): string {
  if (laid?.label === undefined) return '';
  const { x, y, width, height } = laid.label;
  const lines = label.map((piece, index) =>
    spansAt(
      x - width / 2,
      y - height / 2 + SMALL + index * (LINE - 3),
      [{ text: shown(piece, language), tone: piece.tone ?? 'muted' }],
      'small',
    ),
  );
  const under = rectOf({ x: x - width / 2 - 4, y: y - height / 2 - 1, width: width + 8, height: height + 4 });
  return `<g><rect class="under" ${under} rx="3"/>${lines.join('')}</g>`;
}
