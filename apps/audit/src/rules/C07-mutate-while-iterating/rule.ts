import { defineRule, type Report } from '../../catalogue/rule.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { isSameCollection } from '../../domain/flow/either.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { canReach, isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type StorageItem, type Value } from '../../domain/flow/values.ts';
import { linearOf } from '../../domain/numbers/linear.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'C07',
  name: 'mutate-while-iterating',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C02'],
  words,
  check({ contracts, judgedLoose }, report) {
    const told = new Set<string>();
    for (const flow of judgedFlows({ contracts, judgedLoose })) {
      for (const head of stepsOf(flow, 'loop')) {
        const place = `${head.module.path}:${head.node.start}`;
        if (!told.has(place) && checkLoop(flow, head, report)) told.add(place);
      }
    }
  },
});

interface Change {
  readonly step: Step;
  readonly longer: boolean;
}

function checkLoop(flow: Flow, head: StepOf<'loop'>, report: Report): boolean {
  const walked = walkedBy(flow, head);
  if (walked === undefined) return false;
  const { loop } = head.action;
  const body = flow.steps.filter(({ loops }) => loops.includes(loop));
  if (walked.byIndex && !body.some((step) => isEntry(step, walked))) return false;
  const change = body
    .map((step) => changeOf(step, walked))
    .find(
      (found) => found !== undefined && goesOn(found.step, head) && !isInLastTurn(flow, found.step, walked),
    );
  if (change === undefined) return false;
  const given = { list: walked.name, change: sourceOf(change.step.module, change.step.node) };
  const { fn } = change.step.frame;
  if (fn !== head.frame.fn) report(head, words.says.callee, { ...given, callee: fn.name });
  else report(head, change.longer ? words.says.longer : words.says.shorter, given);
  return true;
}

/** What a loop walks through: a place in storage, or a list; by index where only its length was asked for. */
interface Walked {
  readonly name: string;
  readonly item: StorageItem | undefined;
  readonly list: Value | undefined;
  readonly byIndex: boolean;
}

function walkedBy(flow: Flow, head: StepOf<'loop'>): Walked | undefined {
  const { over } = head.action.loop;
  if (over === undefined) return undefined;
  if (over.reference?.kind === 'builtin' && over.reference.name === 'range')
    return walkedByIndex(over.items ?? []);
  const of = source(flow, over);
  const name = sourceOf(head.module, of.node);
  if (of.reference?.kind === 'container')
    return { name: of.reference.item.name, item: of.reference.item, list: undefined, byIndex: false };
  // `list(array)` is a copy.
  return of.read?.how === 'whole' ? undefined : { name, item: undefined, list: of, byIndex: false };
}

/** Where the index has come up against the length, no turn follows: `if i < count - 1: … else: array.pop()`. */
function isInLastTurn(flow: Flow, change: Step, { item, byIndex }: Walked): boolean {
  if (!byIndex || item === undefined) return false;
  const isLength = (value: Value) =>
    [...linearOf(value).terms.values()].some(
      ({ value: { read } }) => read?.how === 'length' && read.item === item,
    );
  return factsAt(flow, change).some((fact) => {
    if (fact.kind !== 'compare') return false;
    const { operator, left, right } = fact;
    if (operator === '==') return isLength(left) !== isLength(right);
    if (operator === '>' || operator === '>=') return isLength(right) && !isLength(left);
    return (operator === '<' || operator === '<=') && isLength(left) && !isLength(right);
  });
}

/** An entry that is reached by a computed index. Without one, `pop` in `range(len(array))` takes out as many as there are. */
function isEntry(step: Step, { item }: Walked): boolean {
  if (!isStep(step, 'read') && !isStep(step, 'write')) return false;
  const { action } = step;
  const [index] = action.keys;
  return action.item === item && index !== undefined && index.constant === undefined;
}

/** `range(len(array))`; from the end to the start it does no harm. */
function walkedByIndex(items: readonly Value[]): Walked | undefined {
  const stop = items.length === 1 ? items[0] : items[1];
  const step = items[2]?.constant;
  if (stop?.read?.how !== 'length' || (typeof step === 'bigint' && step < 0n)) return undefined;
  const { item } = stop.read;
  return { name: item.name, item, list: undefined, byIndex: true };
}

/** What `enumerate` and its kin, which do not copy, walk through. */
function source(flow: Flow, over: Value): Value {
  const made = flow.steps.find(
    (step) => isStep(step, 'platform') && step.action.result === over && VIEWS.has(step.action.name),
  );
  const [of] = made !== undefined && isStep(made, 'platform') ? made.action.args : [];
  return of === undefined ? over : source(flow, of);
}

const VIEWS: ReadonlySet<string> = new Set(['enumerate', 'zip', 'reversed', '.items', '.keys', '.values']);

const SHORTER: ReadonlySet<string> = new Set([
  '.pop',
  '.remove',
  '.popitem',
  '.clear',
  '.__delitem__',
  '.discard',
]);
const LONGER: ReadonlySet<string> = new Set(['.append', '.insert', '.extend', '.add']);

function changeOf(step: Step, walked: Walked): Change | undefined {
  if (isStep(step, 'write')) {
    const { item, how } = step.action;
    if (item !== walked.item || item.kind !== 'ArrayDB') return undefined;
    if (how === 'pop') return { step, longer: false };
    return how === 'put' && !walked.byIndex ? { step, longer: true } : undefined;
  }
  if (!isStep(step, 'platform') || walked.list === undefined) return undefined;
  const { name, args } = step.action;
  if (args[0] === undefined || !isSameCollection(args[0], walked.list)) return undefined;
  if (SHORTER.has(name)) return { step, longer: false };
  return LONGER.has(name) ? { step, longer: true } : undefined;
}

/** Whether another turn follows. */
function goesOn(change: Step, head: StepOf<'loop'>): boolean {
  const { loop } = head.action;
  return (
    canReach(
      change,
      (step) => step === head,
      (step) => step !== head && !step.loops.includes(loop),
    ) !== undefined
  );
}
