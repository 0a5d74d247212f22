import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Fact } from '../flow/values.ts';

/** What holds where a step comes to stay: before it, and wherever the entry point ends well, as all else is undone. */
export function lastingFacts(flow: Flow, step: Step): readonly Fact[] {
  const ends = stepsOf(flow, 'exit');
  const [only] = ends;
  return [...factsAt(flow, step), ...(ends.length === 1 && only !== undefined ? factsAt(flow, only) : [])];
}
