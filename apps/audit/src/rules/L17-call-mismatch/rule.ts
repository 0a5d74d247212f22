import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { declaredCall } from '../../domain/flow/declared-calls.ts';
import { isStep } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { askedUncalled, missingOfContainer, missingOfInterface } from '../../domain/flow/missing-methods.ts';
import { reboundContainers } from '../../domain/storage/rebound.ts';
import type { Frame, Step } from '../../domain/flow/steps.ts';
import { comparisonsOf } from '../../domain/flow/uses.ts';
import { sourceOf, type Arithmetic, type Comparison, type Value } from '../../domain/flow/values.ts';
import { misfitOperands } from '../../domain/model/operands.ts';
import { nearestName } from '../../domain/model/nearest-name.ts';
import { parentCalls } from '../../domain/model/parent-calls.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Node } from '../../domain/python/tree.ts';
import { checkAddress, checkFit, checkTypes, fitsParent, misfitOfCall } from './declared-calls.ts';
import { checkJson } from './json.ts';
import { checkPlatform } from './platform-calls.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L17',
  name: 'call-mismatch',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-W02'],
  words,
  check(subject, report) {
    const seen = new Set<unknown>();
    const isRebound = reboundContainers(subject);
    const ofParents = new Set(parentCalls(subject.program, subject.facts).map(({ found }) => found.node));
    for (const flow of judgedFlows(subject)) {
      const { steps } = flow;
      const misfits = new Set<Node>();
      for (const step of steps) {
        // An entry point is entered, and a property read, by a call that nobody wrote.
        const call = subject.facts.find(step.node) === undefined ? undefined : declaredCall(step);
        if (call === undefined) continue;
        // L16 tells of calls of a parent, and of an override that cannot take what its parent takes.
        if (!seen.has(step.node) && !ofParents.has(call.node) && !fitsParent(step, call))
          checkFit(step, call, report);
        seen.add(step.node);
        if (misfitOfCall(call) !== undefined) misfits.add(call.node);
        if (!isFailing(step, misfits)) checkTypes(step, call, isRebound, report);
      }
      for (const step of steps) {
        checkMissing(step, report);
        checkUncalled(subject, step, report);
        if (isStep(step, 'external')) checkAddress(step, report);
        if (isStep(step, 'arithmetic')) checkOperands(subject, step.action, step.node, report);
        if (isStep(step, 'platform')) checkJson(subject, step, isRebound, report);
      }
      for (const comparison of comparisonsOf(flow))
        checkOperands(subject, comparison, comparison.node, report);
    }
    for (const found of subject.facts.judged('Call')) checkPlatform(subject, found, report);
  },
});

/**
 * Whether a call that fails before its function begins leads here, or is this one: it passes too much or too little. Which argument was
 * meant for which parameter nobody knows, and that the call does not fit is told.
 */
function isFailing({ node, frame }: Step, misfits: ReadonlySet<Node>): boolean {
  if (misfits.has(node)) return true;
  for (let each: Frame | undefined = frame; each?.call !== undefined; each = each.caller)
    if (misfits.has(each.call.node)) return true;
  return false;
}

/** What is called is not there: an interface does not declare it, or no container has it. */
function checkMissing(step: Step, report: Report): void {
  if (isTestModule(step.module)) return;
  const { item, method: asked = '' } = missingOfContainer(step) ?? {};
  if (item !== undefined && item.kind !== 'DictDB')
    report(step, words.says.container, { kind: item.kind, method: asked });
  const missing = isStep(step, 'external') ? missingOfInterface(step) : undefined;
  if (missing === undefined) return;
  const { method, owner, known } = missing;
  const meant = nearestName(method, known);
  if (meant === undefined) report(step, words.says.undeclared, { method, owner });
  else report(step, words.says.similar, { method, owner, meant });
}

/** `self.supply.get()` where `supply` is a method. */
function checkUncalled({ facts }: Subject, step: Step, report: Report): void {
  const of = isTestModule(step.module) ? undefined : askedUncalled(step);
  if (of !== undefined)
    report(step, words.says.uncalled, {
      value: spellingOf(facts, of, step.module),
      call: sourceOf(step.module, step.node),
    });
}

/** One of several, or a multiple of what may be text. */
const isUnsure = ({ choices, made }: Value): boolean => choices !== undefined || made?.operator === '*';

/** An operator is a call of a method that raises for what it does not take. */
function checkOperands(
  { facts }: Subject,
  { operator, left, right }: Pick<Comparison | Arithmetic, 'operator' | 'left' | 'right'>,
  node: Node,
  report: Report,
): void {
  const misfits = misfitOperands(operator, left.types, right.types);
  const found = facts.find(node);
  if (misfits === undefined || found === undefined || isTestModule(found.module)) return;
  if ([left, right].some(isUnsure)) return;
  report(found, words.says.operands, { expression: sourceOf(found.module, node), operator, ...misfits });
}
