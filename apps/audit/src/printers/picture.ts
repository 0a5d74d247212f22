import type { Text } from '../catalogue/finding.ts';

/**
 * What printers make and renderers draw. A printer says what there is; how it looks as text, JSON, Mermaid or SVG is no affair of its own.
 */
export type Picture = Table | Graph;

/** Where something stands: a file relative to what was handed in, and a line from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

/** How a piece is meant; a renderer never says it by colour alone. */
export type Tone = 'plain' | 'muted' | 'good' | 'warn' | 'bad';

/** A name or a piece of source as it stands there, or words of ours in both languages. */
export interface Piece {
  readonly text: string | Text;
  readonly tone?: Tone | undefined;
  readonly at?: SourcePlace | undefined;
}

interface Titled {
  readonly title: Text;
  /** What it shows, in a sentence. */
  readonly about: Text;
  /** What the picture cannot show, and why. */
  readonly notes: readonly Piece[];
}

// --- Tables --------------------------------------------------------------------------------------------------------------------

export interface Table extends Titled {
  readonly kind: 'table';
  /** The first one says what a row is about. */
  readonly columns: readonly Column[];
  /** One for each contract. */
  readonly sections: readonly Section[];
}

export interface Column {
  /** Its name for programs. */
  readonly key: string;
  readonly title: Text;
  /** Short names that may stand side by side; otherwise each piece has a line of its own. */
  readonly flowing?: boolean;
  /** Where the pieces are things of their own, so that a graph can tie rows together by them: from the row to them, or the other way. */
  readonly ties?: 'to' | 'from' | undefined;
  /** What they are then. */
  readonly tied?: NodeKind;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly at: SourcePlace | undefined;
  readonly kind: NodeKind;
  /** In the order of the columns. */
  readonly cells: readonly (readonly Piece[])[];
}

// --- Graphs --------------------------------------------------------------------------------------------------------------------

export interface Graph extends Titled {
  readonly kind: 'graph';
  /** From left to right, or from bottom to top. */
  readonly direction: 'LR' | 'BT';
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly clusters: readonly Cluster[];
}

/** What a node is; `words.ts` has their names. */
export type NodeKind =
  | 'change'
  | 'payable'
  | 'query'
  | 'lifecycle'
  | 'inner'
  | 'unreached'
  | 'outside'
  | 'caller'
  | 'icx'
  | 'token'
  | 'storage'
  | 'event'
  | 'contract'
  | 'interface'
  | 'helper'
  | 'platform';

export interface GraphNode {
  readonly id: string;
  readonly label: Piece;
  /** What is said of it below its label. */
  readonly lines: readonly Piece[];
  readonly kind: NodeKind;
  readonly cluster: string | undefined;
  readonly at: SourcePlace | undefined;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: readonly Piece[];
  /** Not by a call or a movement of its own, but by what is read. */
  readonly dashed: boolean;
}

/** Nodes that belong together: those of a class, a module, a side of the contract. */
export interface Cluster {
  readonly id: string;
  readonly label: Piece;
}
