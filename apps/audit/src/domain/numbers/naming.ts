import type { Flow } from '../flow/flow.ts';
import { isStep } from '../flow/flow.ts';
import type { Frame, Step } from '../flow/steps.ts';
import { hasOrigin, sourceOf, type Value } from '../flow/values.ts';
import type { Module } from '../package/package.ts';
import type { Node } from '../python/tree.ts';

/** A value in the words of the source: a parameter's name, or the expression that made it. */
export function nameOf(flow: Flow, step: Step, value: Value): string {
  const parameter = /^(?:parameter|argument) (\w+)$/.exec(value.shape)?.[1];
  if (parameter !== undefined) return parameter;
  if (value.node.kind === 'Parameter') return value.node.name;
  const made = flow.steps.find(
    (each) => (isStep(each, 'arithmetic') && each.action.result === value) || each.node === value.node,
  );
  if (made === undefined && !isExpression(value)) return nameOfChoice(flow, step, value);
  const module = made?.module ?? moduleOf(step.frame, value);
  return module === undefined ? nameOfChoice(flow, step, value) : sourceOf(module, value.node);
}

/** Where ways met stands a statement, and no expression. */
const isExpression = ({ node: { kind } }: Value): boolean => !STATEMENTS.has(kind);

const STATEMENTS: ReadonlySet<Node['kind']> = new Set(['If', 'For', 'While', 'Try', 'With', 'Match']);

/** What the caller brings is what matters of several. */
function nameOfChoice(flow: Flow, step: Step, value: Value): string {
  const choices = (value.choices ?? []).map((choice) => choice.value).filter(isExpression);
  const chosen = choices.find((each) => hasOrigin(each, 'parameter', 'json')) ?? choices[0];
  return chosen === undefined ? value.shape : nameOf(flow, step, chosen);
}

/** The module of the running function in which a value was made; undefined of one that came from elsewhere, such as a constructor. */
function moduleOf(frame: Frame, { node }: Value): Module | undefined {
  for (let each: Frame | undefined = frame; each !== undefined; each = each.caller) {
    const { start, end } = each.fn.node;
    if (node.start >= start && node.end <= end) return each.fn.module;
  }
  return undefined;
}

/** The parameters of the entry point that a value depends on. */
export const parametersOf = ({ origins }: Value): string[] =>
  [...origins].flatMap((origin) => (origin.kind === 'parameter' ? [origin.name] : []));
