import { argumentsOf } from '../flow/arguments.ts';
import { factsAt } from '../flow/dominance.ts';
import { isStep, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { factsOf, type Comparison, type Condition, type Value } from '../flow/values.ts';
import { Bounds } from '../numbers/bounds.ts';

/**
 * A number that the amount chooses, and that is left at 0 for all amounts that no test knows: `if value == 10: tickets = 1`. It is
 * given, so that the method goes on as if something had been bought. Gives the last of the tests.
 */
export function nothingBought(flow: Flow): Comparison | undefined {
  for (const step of flow.steps)
    for (const value of givenIn(step)) {
      const unless = unlessOf(value);
      if (unless !== undefined && !isAsked(flow, step, value)) return unless;
    }
  return undefined;
}

/** Whether something was bought is looked at before it is given. */
const isAsked = (flow: Flow, step: Step, value: Value): boolean =>
  new Bounds(factsAt(flow, step)).isNotZero(value);

/** What is written, and what another contract is told. */
function givenIn(step: Step): Value[] {
  if (isStep(step, 'write')) return step.action.value === undefined ? [] : partsOf(step.action.value);
  return isStep(step, 'external') ? argumentsOf(step.action).flatMap((each) => partsOf(each)) : [];
}

/** Values may be made of one another again and again, so that what is in them doubles with each level. */
const DEEPEST = 6;

/** What a sum or product is made of, the value itself first. */
const partsOf = (value: Value, depth = 0): Value[] =>
  value.made === undefined || depth === DEEPEST
    ? [value]
    : [value, ...partsOf(value.made.left, depth + 1), ...partsOf(value.made.right, depth + 1)];

interface Ending {
  readonly value: Value;
  readonly when: readonly Condition[];
}

/** All that a value may be, where ways meet more than once too. */
const endingsOf = (value: Value, when: readonly Condition[] = [], depth = 0): Ending[] =>
  value.choices === undefined || depth === DEEPEST
    ? [{ value, when }]
    : value.choices.flatMap((choice) => endingsOf(choice.value, [...when, ...choice.when], depth + 1));

function unlessOf(value: Value): Comparison | undefined {
  const endings = endingsOf(value);
  if (!endings.every((ending) => typeof ending.value.constant === 'bigint')) return undefined;
  const isBought = endings.some(
    (ending) => ending.value.constant !== 0n && testsOf(ending).some(({ operator }) => operator !== '!='),
  );
  const nothing = endings.find((ending) => ending.value.constant === 0n && testsOf(ending).length > 0);
  return isBought && nothing !== undefined ? testsOf(nothing).at(-1) : undefined;
}

/** What was asked of the amount that came. */
const testsOf = ({ when }: Ending): Comparison[] =>
  when
    .flatMap((condition) => factsOf(condition, true))
    .flatMap((fact) =>
      fact.kind === 'compare' && [fact.left, fact.right].some(({ shape }) => shape === 'msg.value')
        ? [fact]
        : [],
    );
