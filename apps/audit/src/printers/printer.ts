import type { Text } from '../catalogue/finding.ts';
import type { Material } from './material.ts';
import type { Graph, Picture, Table } from './picture.ts';

/** What a printer is called. */
interface Named {
  readonly name: string;
  readonly title: Text;
  /** What it shows, in a sentence. */
  readonly about: Text;
}

/** One way of looking at contracts before they are read. */
export interface Printer extends Named {
  /** Draws all contracts of all packages into one picture. */
  readonly draw: (materials: readonly Material[]) => Picture;
}

type Body<Drawn extends Picture> = (
  materials: readonly Material[],
) => Omit<Drawn, 'kind' | 'title' | 'about'>;

export const defineTable = (words: Named, draw: Body<Table>): Printer => ({
  ...words,
  draw: (materials) => ({ kind: 'table', title: words.title, about: words.about, ...draw(materials) }),
});

export const defineGraph = (words: Named, draw: Body<Graph>): Printer => ({
  ...words,
  draw: (materials) => ({ kind: 'graph', title: words.title, about: words.about, ...draw(materials) }),
});
