import { outflowOf } from '../access/outflow.ts';
import type { Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { factsOf, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { addedUpIn } from './added-up.ts';
import { Bounds } from './bounds.ts';
import { lastingFacts } from './lasting.ts';
import { linearOf, type Term } from './linear.ts';
import { movementsOf } from './movements.ts';

/**
 * Stored numbers that decide how much of an amount is taken off it before somebody gets the rest (`price - price * percent // 100`,
 * `deposit - claims`, `self.msg.value - price`), where nobody asks for their sign: of a part below zero the rest is more than the whole.
 */
export function sharesTakenOff(flow: Flow): StorageItem[] {
  return [...restsCredited(flow), ...restsPaid(flow)].flatMap(({ step, terms }) => {
    const facts = lastingFacts(flow, step);
    const bounds = new Bounds(facts);
    const isChange = terms.some(({ value }) => value.shape === 'msg.value');
    return terms
      .filter(({ factor, value }) => factor < 0n && !bounds.isAtLeast(value, 0n))
      .flatMap(({ value }) => [
        ...(isChange ? [value] : []),
        ...factorsOf(value),
        ...summedIn(flow, value),
        ...alternativesOf(facts, value),
      ])
      .filter((factor) => !bounds.isAtLeast(factor, 0n))
      .flatMap(({ read }) => (read === undefined || read.how === 'length' ? [] : [read.item]))
      .filter(({ valueType }) => isOnly(valueType, Type.int));
  });
}

/** What is added up to this, turn by turn. */
const summedIn = (flow: Flow, value: Value): Value[] =>
  addedUpIn(flow).flatMap(({ part, isSum }) => (isSum(value) ? [part] : []));

/** Those of several values, of which one it is, that may be below zero. */
export const alternativesOf = (facts: readonly Fact[], { choices = [] }: Value): Value[] =>
  choices.flatMap(({ value, when }) =>
    new Bounds([...facts, ...when.flatMap((condition) => factsOf(condition, true))]).isAtLeast(value, 0n)
      ? []
      : [value],
  );

/** What somebody gets. */
interface Rest {
  readonly step: Step;
  readonly terms: readonly Term[];
}

const restsCredited = (flow: Flow): Rest[] =>
  movementsOf(flow).map(({ step, amounts }) => ({ step, terms: amounts }));

const restsPaid = (flow: Flow): Rest[] =>
  flow.steps.flatMap((step) => {
    const amount = outflowOf(step)?.amount;
    return amount === undefined ? [] : [{ step, terms: [...linearOf(amount).terms.values()] }];
  });

/** What an amount is multiplied by: `price` and `percent` of `price * percent // 100`. */
function factorsOf({ made }: Value): readonly Value[] {
  if (made?.operator === '//') return factorsOf(made.left);
  return made?.operator === '*' ? [made.left, made.right].flatMap((side) => [side, ...factorsOf(side)]) : [];
}
