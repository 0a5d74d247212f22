import { dominators, factsAt } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, valuesOf, type Fact, type Value } from '../flow/values.ts';
import { asksWho } from './asked.ts';
import { factsBehind } from './behind-choice.ts';
import { changeOf, isUnpaidEntry } from './ledger.ts';
import { isOnOneWay } from './repetition.ts';

/** Votes that are counted up for a thing, where no record says that this account has voted on it. */
export function countedAgain(flow: Flow): StepOf<'write'>[] {
  return stepsOf(flow, 'write').filter((step) => {
    const change = changeOf(step);
    const { keys } = step.action;
    if (change?.direction !== 'up') return false;
    const isWeight =
      change.by.read?.keys.some((key) => hasOrigin(key, 'sender')) === true || hasOrigin(change.by, 'call');
    if (change.by.constant !== 1n && !isWeight) return false;
    if (!keys.some((key) => hasOrigin(key, 'parameter')) || keys.some((key) => hasOrigin(key, 'sender')))
      return false;
    const isNoted = factsBehind(flow, step).some(
      (fact) => isRecordOfOne(fact) && !(isWeight && isOfNothingElse(fact, change.by)),
    );
    if (isWeight && isSpent(flow, step, change.by)) return false;
    return (isWeight || factsAt(flow, step).some(asksWho)) && !isNoted && !isSeen(flow, step);
  });
}

/** Who votes with what they have has no more of it. */
const isSpent = (flow: Flow, step: Step, { read }: Value): boolean =>
  stepsOf(flow, 'write').some((write) => write.action.item === read?.item && isOnOneWay(write, step));

/** That the caller has a weight at all says nothing of whether they have voted, as long as it stays what it was. */
const isOfNothingElse = (fact: Fact, weight: Value): boolean =>
  weight.read !== undefined &&
  valuesOf(fact).every(({ read, constant }) => constant !== undefined || read?.item === weight.read?.item);

/** Votes that are counted up for a thing, where nothing at all is asked or kept of the one who votes, nor paid for it. */
export function countedForNobody(flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow) || flow.steps.some(asksOrKeeps)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { keys } = step.action;
    return (
      changeOf(step)?.by.constant === 1n &&
      changeOf(step)?.direction === 'up' &&
      keys.some((key) => hasOrigin(key, 'parameter'))
    );
  });
}

const OF_CALLER = ['sender', 'tx origin', 'call'] as const;

function asksOrKeeps(step: Step): boolean {
  if (isStep(step, 'external')) return true;
  if (isStep(step, 'way'))
    return step.action.facts
      .flatMap(valuesOf)
      .some((each) => hasOrigin(each, ...OF_CALLER) || each.read?.keys.some(isOfCaller) === true);
  return isStep(step, 'write') && [...step.action.keys, step.action.value].some(isOfCaller);
}

const isOfCaller = (value: Value | undefined): boolean => hasOrigin(value, ...OF_CALLER);

/** Votes that are counted up in one number of the whole contract, with a record of the caller that nothing looks at. */
export function countedUnread(flow: Flow): StepOf<'write'>[] {
  const writes = stepsOf(flow, 'write');
  const records = writes.filter(
    (write) => changeOf(write) === undefined && write.action.keys.some(({ shape }) => shape === 'msg.sender'),
  );
  if (records.length === 0) return [];
  return writes.filter((step) => {
    const change = changeOf(step);
    if (change?.direction !== 'up' || change.by.constant !== 1n || step.action.keys.length > 0) return false;
    return (
      records.some((record) => isOnOneWay(record, step)) &&
      !factsBehind(flow, step).some((fact) => isRecordOfOne(fact) || asksWho(fact)) &&
      !isSeen(flow, step)
    );
  });
}

/** `not voted[id][sender]`, `sender not in voters`: a fact about the caller that keeps out those who came before. */
function isRecordOfOne(fact: Fact): boolean {
  if (fact.kind === 'one of') return fact.choices.flat().some(isRecordOfOne);
  const isAbout = valuesOf(fact).some(
    (value) =>
      hasOrigin(value, 'sender') || value.read?.keys.some((key) => hasOrigin(key, 'sender')) === true,
  );
  if (!isAbout) return false;
  return !asksWho(fact) || valuesOf(fact).some((value) => (value.read?.keys.length ?? 0) > 1);
}

/** A list is searched for the caller in a loop before. */
const isSeen = (flow: Flow, step: Step): boolean =>
  dominators(flow, step).some(({ action }) => action.kind === 'loop') &&
  [...stepsBefore(step)].some(
    ({ action }) =>
      action.kind === 'way' &&
      action.facts.some(
        (fact) =>
          fact.kind === 'compare' && [fact.left, fact.right].some((value) => hasOrigin(value, 'sender')),
      ),
  );
