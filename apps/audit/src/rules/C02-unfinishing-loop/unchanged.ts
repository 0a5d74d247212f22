import type { Report } from '../../catalogue/rule.ts';
import { isStep, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import {
  hasOrigin,
  sourceOf,
  storageOrigins,
  valuesOf,
  type Fact,
  type StorageItem,
  type Value,
} from '../../domain/flow/values.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { itemLeftBehind } from '../../domain/loops/left-behind.ts';
import { callsOn, changesPartOf } from '../../domain/loops/parts.ts';
import { Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

/** Tells of a loop in which nothing changes that its test looks at; whether it did. */
export function tellUnchanged(
  head: StepOf<'loop'>,
  test: StepOf<'branch'>,
  facts: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
  report: Report,
): boolean {
  const left = hasOtherExit(head, body) ? undefined : itemLeftBehind(head, facts, body);
  const stuck = rounds.some((round) => shapesOf(round) === shapesOf(facts));
  if (
    !stuck ||
    facts.flatMap(valuesOf).some((value) => mayChange(value, body, left)) ||
    (left === undefined && changesParts(head)) ||
    callsUnseen(head, body) ||
    isDoneByExit(head, body, rounds)
  )
    return false;
  // Another path may be taken in the next turn, where something that nobody knows decides.
  const isSure =
    rounds.every((round) => shapesOf(round) === shapesOf(facts)) ||
    !body.some((step) => isStep(step, 'branch') && step !== test && step.action.value.types === 0);
  report(
    head,
    words.says.unchanged,
    { names: sourceOf(test.module, test.node) },
    isSure ? {} : { severity: 'high', confidence: 'low' },
  );
  return true;
}

const changesParts = ({ action }: StepOf<'loop'>): boolean =>
  action.loop.node.kind === 'While' && changesPartOf(action.loop.node.test, action.loop.node.body);

/** A call that was not followed, as one of an unknown function or in a recursion, may do anything. */
function callsUnseen({ action }: StepOf<'loop'>, body: readonly Step[]): boolean {
  const { node } = action.loop;
  if (node.kind !== 'While') return false;
  const entered = new Set(body.map(({ frame }) => frame.call?.node));
  const seen = new Set(body.filter((step) => isFollowed(step, entered)).map((step) => step.node));
  return callsOn(node.test, node.body).some((call) => !seen.has(call));
}

function isFollowed(step: Step, entered: ReadonlySet<unknown>): boolean {
  if (isStep(step, 'call')) return entered.has(step.node);
  if (!isStep(step, 'platform') || !step.action.name.startsWith('.')) return true;
  const { types = 0 } = step.action.args[0] ?? {};
  return types !== 0 && (types & Type.object) === 0;
}

const shapesOf = (facts: readonly Fact[]): string =>
  facts
    .flatMap(valuesOf)
    .map(({ shape }) => shape)
    .join(' ');

/** What stands in storage is changed by a write, a list by its methods, an object of ours by its own; another contract answers anew. */
function mayChange(value: Value, body: readonly Step[], left: StorageItem | undefined): boolean {
  if (hasOrigin(value, 'call', 'icx balance')) return true;
  const items = [
    ...storageOrigins(value),
    ...(value.reference?.kind === 'container' ? [value.reference.item] : []),
  ];
  return body.some((step) => {
    if (isStep(step, 'write')) return step.action.item !== left && items.includes(step.action.item);
    if (isStep(step, 'attribute')) return true;
    if (!isStep(step, 'platform')) return false;
    const { name, args } = step.action;
    // A function of nobody knows where may change a list that it is given.
    const changed = name.startsWith('.') ? args.slice(0, 1) : /^[a-z]\w*$/.test(name) ? [] : args;
    return changed.some((given) => isPart(given, value));
  });
}

const isPart = (list: Value, value: Value): boolean =>
  list.shape === value.shape || value.shape === `len ${list.shape}` || value.shape.includes(list.shape);

/** Where the only way round leaves the test alone, the loop was meant to be left from inside. */
const isDoneByExit = (head: StepOf<'loop'>, body: readonly Step[], rounds: readonly unknown[]): boolean =>
  rounds.length === 1 && hasOtherExit(head, body);
