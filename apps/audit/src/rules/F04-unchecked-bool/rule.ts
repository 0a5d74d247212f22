import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Frame, Step } from '../../domain/flow/steps.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { useOf } from '../../domain/model/use-of.ts';
import type { Expression } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F04',
  name: 'unchecked-bool',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-W04'],
  words,
  check({ contracts, judgedLoose, facts }, report) {
    for (const flow of judgedFlows({ contracts, judgedLoose })) checkFlow(flow, facts, report);
  },
});

function checkFlow(flow: Flow, facts: TreeFacts, report: Report): void {
  for (const step of stepsOf(flow, 'call')) {
    const use = useOf(facts, step.node);
    if ((use.kind !== 'dropped' && use.kind !== 'unread') || !answersBool(step.action.fn, facts)) continue;
    const kind = kindOf(flow, step);
    if (kind !== undefined) report(step, words.says[kind], { call: sourceOf(step.module, step.node) });
  }
}

/** By its annotation, or since every `return` gives a truth. */
function answersBool(fn: FunctionModel, facts: TreeFacts): boolean {
  const { returns } = fn.node;
  if (returns !== undefined) return isOnly(typesOfAnnotation(returns), Type.bool);
  const returned = facts.beside({ fn, module: fn.module }, 'Return');
  return returned.length > 0 && returned.every(({ node }) => node.value !== undefined && isTruth(node.value));
}

const isTruth = (node: Expression): boolean =>
  node.kind === 'Compare' ||
  (node.kind === 'Constant' && typeof node.value === 'boolean') ||
  (node.kind === 'UnaryOperation' && node.operator === 'not');

/** A question that does nothing else, or a removal that may find nothing. What reverts by itself needs no look at its answer. */
function kindOf(flow: Flow, call: StepOf<'call'>): 'dropped' | 'removal' | undefined {
  const inside = flow.steps.filter((step) => runsIn(step, call));
  if (inside.length === 0 || inside.some(({ action }) => action.kind === 'raise')) return undefined;
  if (!inside.some(hasEffect)) return 'dropped';
  return /remove|delete|drop|discard/i.test(call.action.fn.name) ? 'removal' : undefined;
}

const hasEffect = ({ action }: Step): boolean =>
  action.kind === 'write' ||
  action.kind === 'event' ||
  action.kind === 'transfer' ||
  action.kind === 'external' ||
  action.kind === 'attribute';

function runsIn(step: Step, call: Step): boolean {
  for (let frame: Frame | undefined = step.frame; frame !== undefined; frame = frame.caller)
    if (frame.call?.node === call.node) return true;
  return false;
}
