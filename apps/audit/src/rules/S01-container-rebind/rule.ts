import { defineRule, type Report } from '../../catalogue/rule.ts';
import { everyFlow, judgedFlows } from '../../domain/flow/every-flow.ts';
import { isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';

import { sourceOf, type StorageItem } from '../../domain/flow/values.ts';
import type { Frame, Step } from '../../domain/flow/steps.ts';
import { findMethod, type FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'S01',
  name: 'container-rebind',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check(subject, report) {
    const flows = everyFlow(subject);
    const given = containersOfProperties(flows);
    for (const flow of judgedFlows(subject)) {
      for (const step of stepsOf(flow, 'attribute')) {
        if (step.action.how === 'set' && !isConstructing(step.frame))
          checkAssignment(step, given, subject, report);
      }
    }
  },
});

function checkAssignment(
  step: StepOf<'attribute'>,
  given: ReadonlyMap<FunctionModel, StorageItem>,
  subject: Subject,
  report: Report,
): void {
  const { name, value, of } = step.action;
  if (of.reference?.kind !== 'instance') return;
  const attribute = sourceOf(step.module, step.node);
  const field = of.reference.fields.get(name)?.reference;
  if (field?.kind === 'container') {
    const container = field.item.kind;
    if (isAugmented(step, subject)) report(step, words.says.added, { attribute, container });
    else
      report(step, words.says.replaced, {
        attribute,
        container,
        value: spellingOf(subject.facts, value, step.module),
      });
    return;
  }
  const property = findMethod(of.reference.cls, name);
  const item = property?.binding === 'property' && !hasSetter(property) ? given.get(property) : undefined;
  if (item !== undefined) report(step, words.says.property, { attribute, container: item.kind });
}

/** What properties give, where that is a container. */
function containersOfProperties(flows: readonly Flow[]): Map<FunctionModel, StorageItem> {
  const given = new Map<FunctionModel, StorageItem>();
  for (const { steps } of flows) {
    for (const step of steps) {
      if (!isStep(step, 'return') || step.frame.fn.binding !== 'property') continue;
      const returned = step.action.value?.reference;
      if (returned?.kind === 'container') given.set(step.frame.fn, returned.item);
    }
  }
  return given;
}

const hasSetter = ({ owner, name }: FunctionModel): boolean =>
  owner?.definitions.some(
    (fn) => fn.name === name && fn.decorators.some((decorator) => decorator.name.endsWith('.setter')),
  ) === true;

const isAugmented = (step: Step, { facts }: Subject): boolean =>
  facts.find(step.node)?.parent?.node.kind === 'AugmentedAssign';

function isConstructing(frame: Frame | undefined): boolean {
  for (let running = frame; running !== undefined; running = running.caller)
    if (running.fn.name === '__init__') return true;
  return false;
}
