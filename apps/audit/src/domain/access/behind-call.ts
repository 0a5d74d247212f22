import { argumentsOf } from '../flow/arguments.ts';
import { dominators } from '../flow/dominance.ts';
import { isStep, stepsAfter, stepsBefore, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import type { Outgoing } from './callee.ts';
import { itemsOfTurns } from './turns.ts';

/** What is written behind a call that leaves the contract, in the same round of a loop. */
export function writesBehind(flow: Flow, call: Outgoing): StepOf<'write'>[] {
  const after = stepsAfter(call);
  return flow.steps.filter(
    (step): step is StepOf<'write'> =>
      isStep(step, 'write') && step.id > call.id && after.has(step) && !isRepair(flow, step, call),
  );
}

/** Puts back what a failed payment had taken: behind a handler, or where the answer of `send` was no. */
export function isRepair(flow: Flow, step: Step, call: Outgoing): boolean {
  return dominators(flow, step).some(({ action, id }) => {
    if (id <= call.id) return false;
    if (action.kind === 'handler') return true;
    return (
      action.kind === 'way' &&
      action.facts.some((fact) => fact.kind === 'false' && isAnswerOfSend(flow, fact.value))
    );
  });
}

const answers = new WeakMap<Flow, ReadonlySet<Value>>();

function isAnswerOfSend(flow: Flow, value: Value): boolean {
  const known =
    answers.get(flow) ??
    new Set(
      stepsOf(flow, 'transfer').flatMap(({ action }) => (action.how === 'send' ? [action.result] : [])),
    );
  answers.set(flow, known);
  return known.has(value);
}

/** What was read before a call and decides whether it is reached, whom it reaches, or how much goes out. */
export function decidingItems(flow: Flow, call: Outgoing): ReadonlySet<StorageItem> {
  const items = new Set(amountsOf(call).flatMap(storageOrigins));
  for (const step of stepsBefore(call)) {
    if (step.id > call.id || step.action.kind !== 'way') continue;
    for (const item of step.action.facts.flatMap(valuesOf).flatMap(itemsOf)) items.add(item);
  }
  return isSettledInTurn(flow, call, items) ? items : new Set([...items, ...cursorsOf(call)]);
}

/** A place from which the turns go on the next time; of a list, what becomes of it says nothing of what was paid. */
const cursorsOf = (call: Outgoing): StorageItem[] =>
  itemsOfTurns(call).filter(({ kind }) => kind !== 'ArrayDB');

/** What decides about the call is written in the same turn, before the call: whoever comes to the turn again finds nothing. */
const isSettledInTurn = (flow: Flow, call: Outgoing, deciding: ReadonlySet<StorageItem>): boolean =>
  dominators(flow, call).some(
    (step) =>
      isStep(step, 'write') &&
      deciding.has(step.action.item) &&
      step.loops.some((loop) => call.loops.includes(loop)),
  );

const itemsOf = (value: Value): StorageItem[] => {
  const container = value.reference?.kind === 'container' ? [value.reference.item] : [];
  return [...storageOrigins(value), ...container];
};

function amountsOf({ action }: Outgoing): Value[] {
  if (action.kind === 'transfer') return [action.to, action.amount];
  return [...argumentsOf(action), ...(action.sent === undefined ? [] : [action.sent])];
}
