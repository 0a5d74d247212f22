import { stepsOf, type Flow, type StepOf } from './flow.ts';
import { spread } from './spread.ts';
import type { Step } from './steps.ts';
import type { Fact } from './values.ts';

/** All steps that lie on some way from the beginning to the normal end on which none of the avoided steps lies. */
export function stepsOnWaysWithout(
  { begin, steps }: Flow,
  avoid: (step: Step) => boolean,
): ReadonlySet<Step> {
  const ends = steps.filter(({ action }) => action.kind === 'exit');
  const coming = spread([begin], 'next', avoid);
  const going = spread(ends, 'previous', avoid);
  return new Set([...coming].filter((step) => going.has(step)));
}

/** The way on which a fact came to hold; a fact of a helper stands where it was asked for. */
export const wayOf = (flow: Flow, fact: Fact): StepOf<'way'> | undefined =>
  stepsOf(flow, 'way').find(({ action }) => action.facts.includes(fact));
