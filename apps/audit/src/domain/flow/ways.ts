import type { Flow } from './flow.ts';
import type { Step } from './steps.ts';

/** All steps that lie on some way from the beginning to the normal end on which none of the avoided steps lies. */
export function stepsOnWaysWithout(
  { begin, steps }: Flow,
  avoid: (step: Step) => boolean,
): ReadonlySet<Step> {
  const ends = steps.filter(({ action }) => action.kind === 'exit');
  const coming = spread([begin], ({ next }) => next, avoid);
  const going = spread(ends, ({ previous }) => previous, avoid);
  return new Set([...coming].filter((step) => going.has(step)));
}

function spread(
  from: readonly Step[],
  neighbours: (step: Step) => readonly Step[],
  avoid: (step: Step) => boolean,
): Set<Step> {
  const seen = new Set<Step>();
  const waiting = [...from];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (seen.has(step) || avoid(step)) continue;
    seen.add(step);
    waiting.push(...neighbours(step));
  }
  return seen;
}
