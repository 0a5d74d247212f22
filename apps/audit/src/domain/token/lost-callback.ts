import type { ContractModel } from '../flow/flow.ts';
import type { Frame, Step } from '../flow/steps.ts';
import { findAbove, findMethod, type FunctionModel } from '../model/program.ts';
import type { TreeFacts } from '../model/tree-facts.ts';

/** A method that took the place of one which called `tokenFallback`, and does not do so itself. */
export interface LostCallback {
  readonly fn: FunctionModel;
  /** Class of the one that did. */
  readonly above: string;
}

/** Of the methods that run around a step, the innermost that lost the callback of its base; each of them is known to have none. */
export function lostCallback(
  { cls }: ContractModel,
  moved: Step,
  facts: TreeFacts,
): LostCallback | undefined {
  for (let frame: Frame | undefined = moved.frame; frame !== undefined; frame = frame.caller) {
    const { fn } = frame;
    const above = fn.owner === undefined ? undefined : findAbove(cls, fn.owner, fn.name);
    if (above?.owner !== undefined && callsBack(above, facts)) return { fn, above: above.owner.name };
  }
  return undefined;
}

/** Names `tokenFallback`, itself or in a method of its object that it names. */
function callsBack(fn: FunctionModel, facts: TreeFacts, depth = 0): boolean {
  return facts.beside({ fn, module: fn.module }, 'Attribute').some(({ node }) => {
    if (node.name === CALLBACK) return true;
    const isOwn = node.value.kind === 'Name' && node.value.id === 'self';
    const helper = isOwn && fn.owner !== undefined ? findMethod(fn.owner, node.name) : undefined;
    return helper !== undefined && depth < DEEPEST && callsBack(helper, facts, depth + 1);
  });
}

const CALLBACK = 'tokenFallback';

/** Helpers of helpers; one that calls itself ends here as well. */
const DEEPEST = 3;
