import type { Where } from '../../catalogue/rule.ts';
import { outflowOf } from '../../domain/access/outflow.ts';
import { changeOf } from '../../domain/access/ledger.ts';
import { functionsOf } from '../../domain/flow/functions-of.ts';
import { isStep, type Flow } from '../../domain/flow/flow.ts';
import type { Frame, Step } from '../../domain/flow/steps.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { once } from '../../domain/once.ts';
import { walk } from '../../domain/python/walk.ts';

/** A least amount that a method takes, pays by, and never reads. */
export interface UnreadLeast {
  readonly at: Where;
  readonly parameter: string;
  readonly method: string;
}

/** `def _swap(self, sold: int, minimum: int)` that pays whatever comes out. */
export const unreadLeasts = (flow: Flow): UnreadLeast[] =>
  [...functionsOf(flow)].flatMap((fn) => {
    const unread = fn.node.parameters.filter(({ name }) => LEAST.test(name) && !namesRead(fn).has(name));
    if (unread.length === 0 || !flow.steps.some((step) => isPaid(step) && isWithin(step.frame, fn)))
      return [];
    return unread.map((node) => ({
      at: { module: fn.module, node },
      parameter: node.name,
      method: fn.name,
    }));
  });

/** What cannot be but the least that somebody wants to receive. */
const LEAST =
  /^_?(?:min|least)(?:imum)?(?:_?(?:out|return|received?|amount|tokens?|shares|icx|bought)(?:_?amount)?)?$|slippage|^_?(?:amount|tokens?|shares)_?out_?min(?:imum)?$/i;

const isPaid = (step: Step): boolean =>
  outflowOf(step) !== undefined || (isStep(step, 'write') && changeOf(step)?.direction === 'up');

const isWithin = (frame: Frame, fn: FunctionModel): boolean =>
  frame.fn === fn || (frame.caller !== undefined && isWithin(frame.caller, fn));

const namesRead = once(({ node: { body } }: FunctionModel): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const statement of body)
    walk(statement, (node) => {
      if (node.kind === 'Name') names.add(node.id);
    });
  return names;
});
