import type { FunctionModel } from '../model/program.ts';
import type { Node } from '../python/tree.ts';
import { forEachChild } from '../python/walk.ts';
import { once } from '../once.ts';
import type { Environment } from './environment.ts';
import type { Frame } from './steps.ts';
import type { Value } from './values.ts';

/**
 * A function that calls itself, at once or through others, runs inside itself once more: with the values that it hands itself, and so
 * on the ways that only those open. What happens deeper down is the same again.
 */
export const MOST_AT_ONCE = 2;

/** Each level takes up to six frames of JavaScript's stack, which holds about six thousand of ours. */
const MOST_NESTED = 600;
/** So many calls fit into the stack whatever stands in them. */
const DEEP = 5;

/** How often a function runs already in the calls around. What a decorator puts in front of two methods are two functions. */
export function timesRunning(
  frame: Frame,
  fn: FunctionModel,
  closure: Environment<Value> | undefined,
): number {
  let times = 0;
  for (let each: Frame | undefined = frame; each?.call !== undefined; each = each.caller)
    if (each.fn === fn && each.closure === closure) times += 1;
  return times;
}

/** Whether the blocks and brackets of all calls around, and of one more, are too many to be read inside one another. */
export function isTooNested(frame: Frame, fn: FunctionModel): boolean {
  if (frame.depth < DEEP) return false;
  let levels = nestingOf(fn);
  for (let each: Frame | undefined = frame; each !== undefined; each = each.caller)
    levels += nestingOf(each.fn);
  return levels > MOST_NESTED;
}

/** How many nodes of a function stand inside one another at most. */
const nestingOf = once((fn: FunctionModel): number => {
  let level = 0;
  for (let nodes: Node[] = [fn.node]; nodes.length > 0; level += 1) {
    const below: Node[] = [];
    for (const node of nodes) forEachChild(node, (child) => below.push(child));
    nodes = below;
  }
  return level;
});
