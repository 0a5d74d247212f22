import type { Mutable } from '../mutable.ts';
import type { Node } from './tree.ts';
import { walk } from './walk.ts';

/** Moves all places of a node and of what is below it, as when the text in front of it became longer or shorter. */
export function move(node: Node, by: number): void {
  walk(node, (each: Mutable<Node>) => {
    each.start += by;
    each.end += by;
    if ('nameStart' in each) each.nameStart += by;
  });
}
