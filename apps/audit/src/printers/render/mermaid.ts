import type { Graph, GraphEdge, GraphNode, NodeKind, Picture, Piece } from '../picture.ts';
import { folded } from './folded.ts';
import { graphOf } from './graph-of.ts';
import { NOTHING, shown, type Language } from './words.ts';

/** Colours of a box's border by kind, which are seen on light and dark ground. */
const COLOURS: Readonly<Record<NodeKind, string>> = {
  change: '#2b6cb0',
  payable: '#9a6700',
  query: '#6b7280',
  lifecycle: '#7a4fb5',
  inner: '#8b93a1',
  unreached: '#8b93a1',
  outside: '#0e7490',
  caller: '#2f7a66',
  icx: '#9a6700',
  token: '#2f7a66',
  storage: '#78808d',
  event: '#0e7490',
  contract: '#2b6cb0',
  interface: '#0e7490',
  helper: '#6b7280',
  platform: '#8b93a1',
};

/** A picture as a Mermaid flowchart. All words stand in quotes with every sign escaped, so that no name can be anything but a name. */
export function pictureMermaid(picture: Picture, language: Language): string {
  const graph = folded(graphOf(picture));
  const isEmpty = graph.nodes.length === 0;
  const kinds = [...new Set(graph.nodes.map(({ kind }) => kind))];
  return [
    '---',
    `title: ${quoted(shown({ text: picture.title }, language))}`,
    '---',
    `flowchart ${graph.direction}`,
    ...(isEmpty ? [`  nothing[${quoted(NOTHING[language])}]`] : []),
    ...graph.clusters.flatMap((cluster) => clusterLines(cluster, graph, language)),
    ...graph.nodes
      .filter(({ cluster }) => cluster === undefined)
      .map((node) => `  ${nodeLine(node, language)}`),
    ...graph.edges.map((edge) => `  ${edgeLine(edge, isWithin(edge, graph), language)}`),
    ...graph.notes.map((note, index) => `  note${index}[${quoted(shown(note, language))}]:::note`),
    ...kinds.map((kind) => `  classDef ${kind} stroke:${COLOURS[kind]},stroke-width:2px`),
    ...(graph.notes.length === 0 ? [] : ['  classDef note stroke-dasharray:4']),
  ].join('\n');
}

function clusterLines({ id, label }: Graph['clusters'][number], graph: Graph, language: Language): string[] {
  const members = graph.nodes.filter(({ cluster }) => cluster === id);
  if (members.length === 0) return [];
  return [
    `  subgraph ${id}[${quoted(shown(label, language))}]`,
    ...members.map((node) => `    ${nodeLine(node, language)}`),
    '  end',
  ];
}

function nodeLine({ id, label, lines, kind }: GraphNode, language: Language): string {
  const words = [label, ...lines].map((piece) => escaped(shown(piece, language)));
  const text = `"${words.join('<br/>')}"`;
  return `${id}${SHAPES[kind]?.(text) ?? `[${text}]`}:::${kind}`;
}

/** What is no method has another shape. */
const SHAPES: Partial<Readonly<Record<NodeKind, (text: string) => string>>> = {
  storage: (text) => `[(${text})]`,
  caller: (text) => `([${text}])`,
  icx: (text) => `([${text}])`,
  token: (text) => `([${text}])`,
  event: (text) => `{{${text}}}`,
  outside: (text) => `[[${text}]]`,
};

const isWithin = ({ from, to }: GraphEdge, { nodes }: Graph): boolean => {
  const clusterOf = (id: string) => nodes.find((node) => node.id === id)?.cluster;
  return clusterOf(from) === clusterOf(to);
};

/** Longer arrows put what belongs elsewhere behind what belongs together. */
function edgeLine({ from, to, label, dashed }: GraphEdge, within: boolean, language: Language): string {
  const words = label.map((piece: Piece) => escaped(shown(piece, language))).join('<br/>');
  const arrow = dashed ? (within ? '-.->' : '-..->') : within ? '-->' : '--->';
  return words === '' ? `${from} ${arrow} ${to}` : `${from} ${arrow}|"${words}"| ${to}`;
}

const quoted = (text: string): string => `"${escaped(text)}"`;

/** Letters, digits and spaces stay; every other sign becomes a code, `#46;`. So nothing in a label is Markdown, HTML or Mermaid. */
const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `#${sign.codePointAt(0) ?? 0xfffd};`) || ' ';
