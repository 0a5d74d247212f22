import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Fact } from '../flow/values.ts';

const lasting = new WeakMap<readonly Fact[], readonly Fact[]>();

/** What holds where a step comes to stay: before it, and wherever the entry point ends well, as all else is undone. */
export function lastingFacts(flow: Flow, step: Step): readonly Fact[] {
  const before = factsAt(flow, step);
  // Those of one step are one list, as long as the flow is kept.
  const known = lasting.get(before) ?? [...before, ...factsAtEnd(flow)];
  lasting.set(before, known);
  return known;
}

function factsAtEnd(flow: Flow): readonly Fact[] {
  const [only, ...more] = stepsOf(flow, 'exit');
  return only === undefined || more.length > 0 ? [] : factsAt(flow, only);
}
