import type { Step } from './steps.ts';

/** Steps of one flow. */
export interface Steps extends Iterable<Step> {
  has: (step: Step) => boolean;
}

/** By the numbers of its steps, since a set of JavaScript takes three times as long to fill and to ask. */
class NumberedSteps implements Steps {
  readonly #byId: (Step | undefined)[] = [];
  readonly #all: Step[] = [];

  has(step: Step): boolean {
    return this.#byId[step.id] === step;
  }

  add(step: Step): void {
    this.#byId[step.id] = step;
    this.#all.push(step);
  }

  [Symbol.iterator](): Iterator<Step> {
    return this.#all[Symbol.iterator]();
  }
}

/** All steps that are reached from some, these too, in one direction and past none of those to avoid. */
export function spread(
  from: readonly Step[],
  side: 'next' | 'previous',
  avoid: (step: Step) => boolean = () => false,
): Steps {
  const seen = new NumberedSteps();
  const waiting = [...from];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (seen.has(step) || avoid(step)) continue;
    seen.add(step);
    for (const beside of step[side]) waiting.push(beside);
  }
  return seen;
}
