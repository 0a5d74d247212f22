import type { Step } from './steps.ts';

/** All steps that are reached from some, these too, in one direction and past none of those to avoid. */
export function spread(
  from: readonly Step[],
  side: 'next' | 'previous',
  avoid: (step: Step) => boolean = () => false,
): ReadonlySet<Step> {
  const seen = new Set<Step>();
  const waiting = [...from];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (seen.has(step) || avoid(step)) continue;
    seen.add(step);
    waiting.push(...step[side]);
  }
  return seen;
}
