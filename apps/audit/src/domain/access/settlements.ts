import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { isUnasked } from './asked.ts';
import { isTakenOver } from './bare-writes.ts';
import { isQuestion } from './callee.ts';
import { changeOf, isUnpaidEntry } from './ledger.ts';
import { sumsOf } from './money.ts';
import { isOnOneWay } from './repetition.ts';

/**
 * The first step by which a game or a deal is settled between accounts that whoever calls may name, as often as they like: what was
 * asked for stands under the number of the thing, what is moved does not, and nothing of the thing is written.
 */
export function settledAgain(contract: ContractModel, flow: Flow): StepOf<'write'> | undefined {
  if (!isUnpaidEntry(flow) || flow.steps.some(isOrder)) return undefined;
  const sums = sumsOf(contract);
  return stepsOf(flow, 'write').find((step) => {
    const change = changeOf(step);
    if (change?.direction !== 'down' || !sums.has(step.action.item)) return false;
    if (!step.action.keys.some(isOfOther) || !isFixed(change.by) || !isUnasked(flow, step)) return false;
    const asked = questionsBefore(step, sums);
    const accounts = stepsOf(flow, 'write').filter(({ action }) => sums.has(action.item));
    const things = asked
      .flatMap(({ thing }) => thing)
      .filter((thing) => !accounts.some((write) => isKey(write, thing)));
    return things.length > 0 && !isRecorded(flow, step, things, new Set(asked.map(({ item }) => item)));
  });
}

/** Another contract was told to do something: what is used up may stand there. */
const isOrder = (step: Step): boolean => isStep(step, 'external') && !isQuestion(step);

/** An account that the caller names, or that stands somewhere. */
const isOfOther = (key: Value): boolean =>
  !hasOrigin(key, 'sender') && hasOrigin(key, 'parameter', 'storage');

/** A stake that is written out or kept. */
const isFixed = (by: Value): boolean =>
  by.constant !== 0n &&
  !hasOrigin(by, 'parameter', 'call', 'sent value', 'json', 'argument', 'block', 'icx balance');

interface Question {
  readonly item: StorageItem;
  /** Names under which it was looked up, as the caller gives them. */
  readonly thing: readonly string[];
}

/** What is looked up on some way here, sums left out. */
function questionsBefore(step: Step, sums: ReadonlySet<StorageItem>): Question[] {
  return [...stepsBefore(step)].flatMap(({ action }) =>
    action.kind === 'way'
      ? action.facts.flatMap(valuesOf).flatMap((value) => {
          const named = (value.read?.keys ?? []).filter(isTakenOver).map(({ shape }) => shape);
          return storageOrigins(value)
            .filter((item) => !sums.has(item))
            .map((item) => ({ item, thing: value.read?.item === item ? named : [] }));
        })
      : [],
  );
}

const isKey = ({ action }: StepOf<'write'>, thing: string): boolean =>
  action.keys.some(({ shape }) => shape === thing);

/** Something is written under the name of the thing, or something that was asked for. */
const isRecorded = (
  flow: Flow,
  step: Step,
  things: readonly string[],
  asked: ReadonlySet<StorageItem>,
): boolean =>
  stepsOf(flow, 'write').some(
    (write) =>
      write !== step &&
      isOnOneWay(write, step) &&
      (asked.has(write.action.item) || things.some((thing) => isKey(write, thing))),
  );
