import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { orderOf } from '../flow/order.ts';
import type { Fact, Value } from '../flow/values.ts';
import { isFromCaller } from './chosen-amounts.ts';
import { linearOf } from './linear.ts';

/** A part, which the caller names, of what the caller has to pay. */
export interface Due {
  /** Where it is added to the rest. */
  readonly step: StepOf<'arithmetic'>;
  readonly part: Value;
}

/** `self.msg.value == price + tip`: below zero, the tip pays for the rest. */
export function duesOf(flow: Flow): Due[] {
  if (!flow.entry.payable) return [];
  const asked = stepsOf(flow, 'exit').flatMap((exit) => factsAt(flow, exit).flatMap(dueOf));
  const sums = new Map(asked.map((sum) => [sum.shape, sum]));
  return [...sums.values()].flatMap((sum) => {
    const step = stepsOf(flow, 'arithmetic').find(({ action }) => action.result.shape === sum.shape);
    return step === undefined ? [] : partsOf(sum).map((part) => ({ step, part }));
  });
}

/** What the sent value must be, or be no less than. */
function dueOf(fact: Fact): Value[] {
  if (fact.kind !== 'compare') return [];
  const pair =
    fact.operator === '=='
      ? [
          [fact.left, fact.right],
          [fact.right, fact.left],
        ]
      : [[orderOf(fact)?.more, orderOf(fact)?.less]];
  return pair.flatMap(([sent, due]) => (sent?.shape === 'msg.value' && due !== undefined ? [due] : []));
}

/** Those parts that stand beside something else that has to be paid. */
function partsOf(sum: Value): Value[] {
  const { terms, constant } = linearOf(sum);
  const added = [...terms.values()].filter(({ factor }) => factor > 0n);
  return added.length > 1 || constant > 0n
    ? added.map(({ value }) => value).filter((value) => isFromCaller(value))
    : [];
}
