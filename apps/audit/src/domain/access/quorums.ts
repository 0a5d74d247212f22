import { stepsAfter, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, sameKeys, storageOrigins, valuesOf, type Fact, type Value } from '../flow/values.ts';
import { factsBehind } from './behind-choice.ts';
import { changeOf, isUnpaidEntry } from './ledger.ts';
import { isOnOneWay } from './repetition.ts';

/**
 * Words of several that are counted up for a thing until there are enough (`count[id] >= quorum`), where the word of the caller is noted
 * under their name and nothing looks at that note: one of them says it until there are enough.
 */
export function countedTowards(flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  return stepsOf(flow, 'write').filter((count) => {
    const { keys } = count.action;
    const change = changeOf(count);
    if (change?.direction !== 'up' || change.by.constant !== 1n || keys.length === 0) return false;
    if (keys.some(isOfCaller) || !isEnough(flow, count)) return false;
    const notes = stepsOf(flow, 'write').filter((write) => isNoteOf(write, count));
    return notes.length > 0 && !factsBehind(flow, count).some((fact) => looksAt(fact, notes));
  });
}

const isOfCaller = (value: Value): boolean => hasOrigin(value, 'sender', 'tx origin');

/** Something comes about as soon as the count has come to a number that is kept. */
const isEnough = (flow: Flow, count: StepOf<'write'>): boolean =>
  stepsOf(flow, 'way').some(
    (way) =>
      stepsAfter(count).has(way) &&
      way.action.facts.some((fact) => isReached(fact, count)) &&
      [...stepsAfter(way)].some((step) => isBroughtAbout(step, way, count)),
  );

function isReached(fact: Fact, { action }: StepOf<'write'>): boolean {
  if (fact.kind !== 'compare') return false;
  const { left, operator, right } = fact;
  const isCount = (value: Value) =>
    value.shape === action.value?.shape ||
    (value.read?.item === action.item && sameKeys(value.read.keys, action.keys));
  const isKept = (value: Value) => storageOrigins(value).length > 0 && !isCount(value);
  if (operator === '==') return (isCount(left) && isKept(right)) || (isCount(right) && isKept(left));
  if (operator === '>=' || operator === '>') return isCount(left) && isKept(right);
  return (operator === '<=' || operator === '<') && isCount(right) && isKept(left);
}

/** It is written or paid on that way only. */
const isBroughtAbout = (step: Step, way: Step, count: Step): boolean =>
  ['write', 'transfer', 'external'].includes(step.action.kind) &&
  step !== count &&
  way.previous.every(({ next }) => next.every((other) => other === way || !stepsAfter(other).has(step)));

/** Who has spoken on the same thing. */
function isNoteOf(write: StepOf<'write'>, count: StepOf<'write'>): boolean {
  const { keys } = write.action;
  const things = count.action.keys.filter((key) => hasOrigin(key, 'parameter'));
  return (
    write !== count &&
    changeOf(write) === undefined &&
    keys.some(isOfCaller) &&
    keys.some(({ shape }) => things.some((thing) => thing.shape === shape)) &&
    isOnOneWay(write, count)
  );
}

/** A note, or anything else that is kept of the caller and this thing. */
const looksAt = (fact: Fact, notes: readonly StepOf<'write'>[]): boolean =>
  fact.kind === 'one of'
    ? fact.choices.flat().some((each) => looksAt(each, notes))
    : valuesOf(fact).some(
        ({ read, reference }) =>
          notes.some(
            ({ action }) =>
              action.item === read?.item ||
              (reference?.kind === 'container' && action.item === reference.item),
          ) ||
          (read !== undefined && read.keys.length > 1 && read.keys.some(isOfCaller)),
      );
