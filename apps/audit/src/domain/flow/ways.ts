import type { Flow } from './flow.ts';
import { spread } from './spread.ts';
import type { Step } from './steps.ts';

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
