import { factsAt } from '../flow/dominance.ts';
import { atFirst } from '../flow/either.ts';
import { isStep, stepsAfter, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { findsNothing } from '../flow/unset.ts';
import { storageOrigins, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { endsWell } from './asked.ts';
import { comparesTo } from './let-through.ts';
import { outflowOf } from './outflow.ts';

/**
 * Marks that are set in what was read from a record of JSON text, and never written back: `claim['paid']` is asked, `claim['paid'] = True`
 * is set, and the next call reads the record as it was.
 */
export const lostMarks = once((flow: Flow): readonly StepOf<'put'>[] => {
  if (flow.entry.kind !== 'external' || stepsOf(flow, 'put').length === 0) return [];
  const isPaid = flow.steps.some((step) => outflowOf(step) !== undefined);
  return stepsOf(flow, 'put').filter(
    (put) => isMark(flow, put, isPaid) && endsWell(flow, put) && !isWrittenBack(put),
  );
});

/** It was asked for before, and what is put there would have been turned away, or is a number beside a payment. */
const isMark = (flow: Flow, put: StepOf<'put'>, isPaid: boolean): boolean => {
  const { of, name, value } = put.action;
  const shape = `${atFirst(of).shape}[string ${name}]`;
  const isIt = (each: Value) => each.shape === shape;
  return factsAt(flow, put).some((fact) => {
    if (value.constant === undefined) return isPaid && findsNothing(fact, isIt);
    if (fact.kind === 'false') return isIt(fact.value) && Boolean(value.constant);
    if (fact.kind !== 'compare' || !isIt(fact.left)) return false;
    return comparesTo(value.constant, fact.operator, fact.right) === false;
  });
};

/** Something is written where the record was read, or the record is handed to a function that is not in the package. */
const isWrittenBack = (put: StepOf<'put'>): boolean => {
  const record = atFirst(put.action.of);
  const items = new Set(storageOrigins(record));
  const isRecord = (value: Value) => atFirst(value) === record;
  return (
    items.size === 0 ||
    [...stepsAfter(put)].some(
      (step) =>
        (isStep(step, 'write') && items.has(step.action.item)) ||
        (isStep(step, 'platform') && !READS.test(step.action.name) && step.action.args.some(isRecord)),
    )
  );
};

/** What changes nothing of what it is given. */
const READS =
  /^(?:json_dumps|str|repr|len|int|bool|dict|list|sorted|isinstance|print|Logger\..*|\.(?:get|keys|values|items|copy))$/;
