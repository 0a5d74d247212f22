import { isStep, type Flow } from '../flow/flow.ts';
import type { Value } from '../flow/values.ts';

/** What `enumerate`, `sorted`, `.items` and their kin walk through. */
export function sourceOfWalk(flow: Flow, over: Value): Value {
  const made = flow.steps.find(
    (step) => isStep(step, 'platform') && step.action.result === over && WALKS.has(step.action.name),
  );
  const [of] = made !== undefined && isStep(made, 'platform') ? made.action.args : [];
  const copied =
    over.node.kind === 'Subscript' && over.choices?.length === 1 ? over.choices[0]?.value : undefined;
  const from = of ?? copied;
  return from === undefined ? over : sourceOfWalk(flow, from);
}

const WALKS: ReadonlySet<string> = new Set([
  'enumerate',
  'sorted',
  'reversed',
  'list',
  'tuple',
  'zip',
  'set',
  '.items',
  '.keys',
  '.values',
]);
