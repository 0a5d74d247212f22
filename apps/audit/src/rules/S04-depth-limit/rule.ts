import { defineRule, type Report, type Where } from '../../catalogue/rule.ts';
import { everyFlow, judgedFlows } from '../../domain/flow/every-flow.ts';
import { dictHandle, keysGiven } from '../../domain/flow/depth.ts';
import { isStep, stepsOf, type StepOf } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { valuesUsed } from '../../domain/flow/uses.ts';
import { sourceOf, type StorageItem, type Value } from '../../domain/flow/values.ts';
import type { StorageAction, Step } from '../../domain/flow/steps.ts';
import { itemsOfManyDepths } from '../../domain/storage/shared.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { mayBe, Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

/** What the official checklist allows; the engine takes up to five. */
const DEEPEST = 3;
const INDEXABLE = Type.str | Type.bytes | Type.list | Type.dict;

export const rule = defineRule({
  id: 'S04',
  name: 'depth-limit',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check(subject, report) {
    const shared = itemsOfManyDepths(everyFlow(subject));
    for (const flow of judgedFlows(subject)) {
      for (const step of flow.steps) {
        if (isStep(step, 'read') || isStep(step, 'write')) {
          checkItem(step.action.item, report);
          // Each of several containers under one name (S08) has a depth of its own.
          if (shared.has(step.action.item)) continue;
        }
        if (isStep(step, 'read')) checkSurplus(step, step.action, subject, report);
        if (isStep(step, 'write')) checkWrite(step, step.action, report);
        checkHandles(step, shared, subject, report);
      }
    }
    for (const { items, flows } of subject.contracts) {
      for (const item of items) checkItem(item, report);
      for (const flow of flows.filter(({ entry }) => entry.kind === 'constructor'))
        for (const step of stepsOf(flow, 'attribute')) checkField(step, report);
    }
  },
});

function checkItem(item: StorageItem, report: Report): void {
  if (item.kind === 'DictDB' && item.depth > DEEPEST)
    report(item, words.says.deep, { item: item.name, depth: item.depth });
}

/** Each of several containers under one name has its own declaration. */
function checkField({ module, action: { name, value } }: StepOf<'attribute'>, report: Report): void {
  const { reference, node } = value;
  if (reference?.kind !== 'container' || reference.keys.length > 0 || node.kind !== 'Call') return;
  const { item } = reference;
  if (item.kind !== 'DictDB' || item.depth <= DEEPEST || item.node === node) return;
  if (module === item.module) report({ module, node }, words.says.deep, { item: name, depth: item.depth });
}

/** A value that is taken for a dictionary of values. */
function checkSurplus(
  step: Step,
  { item, how, keys }: StorageAction,
  { facts }: Subject,
  report: Report,
): void {
  if (item.kind !== 'DictDB' || how !== 'item' || mayBe(item.valueType, INDEXABLE)) return;
  const outer = facts.find(step.node)?.parent;
  if (outer?.node.kind !== 'Subscript' || outer.node.value !== step.node) return;
  const expression = sourceOf(step.module, outer.node);
  report(step, words.says.many, {
    expression,
    item: item.name,
    depth: item.depth,
    used: keysGiven({ item, keys }) + 1,
  });
}

function checkWrite(step: Step, { item, how, keys }: StorageAction, report: Report): void {
  if (item.kind !== 'DictDB' || how === 'whole') return;
  tellFew(step, sourceOf(step.module, step.node), item, keysGiven({ item, keys }), report);
}

/** A part of a dictionary that is used as if it were one of its values. */
function checkHandles(
  step: Step,
  shared: ReadonlySet<StorageItem>,
  { facts }: Subject,
  report: Report,
): void {
  if (isStep(step, 'platform') && WALKS.has(step.action.name)) return;
  for (const used of valuesUsed(step)) {
    const handle = dictHandle(used);
    if (handle === undefined || shared.has(handle.item)) continue;
    const expression = spellingOf(facts, used, step.module);
    tellFew(
      { module: step.module, node: placeOf(step, used) },
      expression,
      handle.item,
      keysGiven(handle),
      report,
    );
  }
}

/** Walking through a DictDB is another mistake. */
const WALKS: ReadonlySet<string> = new Set(
  [
    'sorted',
    'list',
    'set',
    'tuple',
    'len',
    'sum',
    'min',
    'max',
    'any',
    'all',
    'enumerate',
    'zip',
    'dict',
    'isinstance',
  ].concat(['.join', '.keys', '.values', '.items']),
);

/** The handle itself where it is written in the step that uses it. */
const placeOf = ({ node }: Step, used: Value): Step['node'] =>
  node.start <= used.node.start && used.node.end <= node.end ? used.node : node;

function tellFew(at: Where, expression: string, item: StorageItem, used: number, report: Report): void {
  if (used < 1 || used >= item.depth) return;
  report(at, words.says.few, { expression, item: item.name, depth: item.depth, used });
}
