import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { everyFlow, judgedFlows } from '../../domain/flow/every-flow.ts';
import { dictHandle, keysGiven } from '../../domain/flow/depth.ts';
import { isStep, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { held } from '../../domain/flow/held.ts';
import { missingOfContainer } from '../../domain/flow/missing-methods.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { comparisonsOf } from '../../domain/flow/uses.ts';
import { sourceOf, type Comparison, type StorageItem, type Value } from '../../domain/flow/values.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { itemsOfManyDepths } from '../../domain/storage/shared.ts';
import { reboundContainers } from '../../domain/storage/rebound.ts';
import { words } from './words.ts';

/** Functions and methods that walk through what they are given. */
const WALKS: ReadonlySet<string> = new Set(
  [
    'sorted',
    'list',
    'set',
    'frozenset',
    'tuple',
    'sum',
    'min',
    'max',
    'any',
    'all',
    'enumerate',
    'zip',
    'dict',
    'reversed',
  ].concat(['.join', '.keys', '.values', '.items']),
);

export const rule = defineRule({
  id: 'S05',
  name: 'dictdb-misuse',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check(subject, report) {
    const isRebound = reboundContainers(subject);
    // Which depth is meant of several containers under one name (S08) is not known.
    const shared = itemsOfManyDepths(everyFlow(subject));
    for (const flow of judgedFlows(subject)) {
      for (const step of flow.steps) {
        checkMethod(step, report);
        if (isStep(step, 'read') && !shared.has(step.action.item)) checkRead(step, report);
        if (isStep(step, 'platform')) checkWalk(step, report);
        if (isStep(step, 'arithmetic')) checkArithmetic(step, { isRebound, shared }, report);
        if (isStep(step, 'return')) checkReturn(flow, step, shared, subject, report);
      }
      for (const comparison of comparisonsOf(flow))
        checkComparison(comparison, { subject, isRebound }, report);
    }
  },
});

function checkRead(step: StepOf<'read'>, report: Report): void {
  const { item, how, keys } = step.action;
  if (item.kind !== 'DictDB') return;
  const expression = sourceOf(step.module, step.node);
  if (how === 'iterate' || how === 'whole')
    report(step, words.says.iteration, { expression, item: item.name });
  if (how === 'length') report(step, words.says.length, { item: item.name });
  if (how === 'contains' && keysGiven({ item, keys }) < item.depth) {
    report(step, words.says.membership, { expression, item: item.name, depth: item.depth });
  }
}

function checkMethod(step: Step, report: Report): void {
  const missing = isTestModule(step.module) ? undefined : missingOfContainer(step);
  if (missing?.item.kind === 'DictDB')
    report(step, words.says.method, { method: missing.method, item: missing.item.name });
}

function checkWalk(step: StepOf<'platform'>, report: Report): void {
  if (!WALKS.has(step.action.name)) return;
  for (const walked of step.action.args) {
    const handle = dictHandle(walked);
    if (handle !== undefined)
      report(step, words.says.iteration, {
        expression: sourceOf(step.module, step.node),
        item: handle.item.name,
      });
  }
}

/** Within the contract a part of a dictionary may be handed on; what leaves it, also within a dict or a list, must be values. */
function checkReturn(
  flow: Flow,
  step: StepOf<'return'>,
  shared: ReadonlySet<StorageItem>,
  subject: Subject,
  report: Report,
): void {
  const { entry } = flow;
  const { value } = step.action;
  if (step.frame.fn !== entry.fn || (entry.kind !== 'external' && entry.kind !== 'readonly')) return;
  for (const each of value === undefined ? [] : held(value)) {
    const handle = dictHandle(each);
    if (handle === undefined || shared.has(handle.item)) continue;
    report(step, words.says.returned, {
      expression: spellingOf(subject.facts, each, step.module),
      entry: entry.fn.name,
    });
  }
}

/** `self._level + 10` where the value that is kept under a key, or with `get()`, is meant: Python has no such sum. */
function checkArithmetic(
  step: StepOf<'arithmetic'>,
  { isRebound, shared }: { isRebound: (value: Value) => boolean; shared: ReadonlySet<StorageItem> },
  report: Report,
): void {
  const sides = [step.action.left, step.action.right];
  const [item] = sides.flatMap((side) => wholeContainer(side) ?? []);
  if (item === undefined || shared.has(item)) return;
  const given = { expression: sourceOf(step.module, step.node), item: item.name };
  report(step, words.says.computed, given, detailOf(sides, isRebound));
}

/** `self._level == 10` where the value that is kept under a key, or with `get()`, is meant. */
function checkComparison(
  { operator, left, right, node }: Comparison,
  {
    subject: { facts },
    isRebound,
  }: { readonly subject: Subject; readonly isRebound: (value: Value) => boolean },
  report: Report,
): void {
  if (operator === 'in' || operator === 'not in' || left.constant === null || right.constant === null) return;
  const whole = [left, right].flatMap((side) => wholeContainer(side) ?? []);
  const [item] = whole;
  const at = facts.find(node);
  if (item === undefined || whole.length > 1 || at === undefined) return;
  const given = { expression: sourceOf(at.module, node), item: item.name };
  report(at, words.says.compared, given, detailOf([left, right], isRebound));
}

/** Where the attribute was given something else (S01), that is the mistake. */
const detailOf = (sides: readonly Value[], isRebound: (value: Value) => boolean): Detail =>
  sides.some(isRebound) ? { severity: 'info', confidence: 'low' } : {};

function wholeContainer(value: Value): StorageItem | undefined {
  const { reference, read } = value;
  if (reference?.kind !== 'container' || read !== undefined) return undefined;
  return reference.item.kind === 'VarDB' ? reference.item : dictHandle(value)?.item;
}
