import type { Flow } from '../flow/flow.ts';
import { isStep } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { sourceOf, type Value } from '../flow/values.ts';

/** A value in the words of the source: a parameter's name, or the expression that made it. */
export function nameOf(flow: Flow, step: Step, value: Value): string {
  const parameter = /^(?:parameter|argument) (\w+)$/.exec(value.shape)?.[1];
  if (parameter !== undefined) return parameter;
  if (value.node.kind === 'Parameter') return value.node.name;
  const made = flow.steps.find(
    (each) => (isStep(each, 'arithmetic') && each.action.result === value) || each.node === value.node,
  );
  return sourceOf(made?.module ?? step.module, value.node);
}

/** The parameters of the entry point that a value depends on. */
export const parametersOf = ({ origins }: Value): string[] =>
  [...origins].flatMap((origin) => (origin.kind === 'parameter' ? [origin.name] : []));
