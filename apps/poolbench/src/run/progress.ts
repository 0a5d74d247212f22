import type { Plan } from '../plan/plan.ts';
import { scenarioOf } from '../scenario/scenarios.ts';
import type { ScenarioId } from '../scenario/ids.ts';

/** How far a run is. */
export interface Progress {
  readonly line: string;
  /** Share of the planned time that is over, 0 to 1. */
  readonly done: number;
  /** Seconds that are left, by the plan. */
  readonly left: number;
}

/** Follows a run through its plan by the time that each scenario says it takes. */
export function createProgress(
  { scenarios, terms }: Plan,
  onProgress: (progress: Progress) => void,
): { enter(id: ScenarioId): void; say(line: string): void } {
  const secondsOf = (id: ScenarioId): number => scenarioOf(id).seconds(terms);
  const total = scenarios.reduce((sum, id) => sum + secondsOf(id), 0);
  let before = 0;
  let current: { readonly id: ScenarioId; readonly since: number } | null = null;
  return {
    enter(id) {
      if (current !== null) before += secondsOf(current.id);
      current = { id, since: performance.now() };
    },
    say(line) {
      // A scenario that takes longer than it said stands still at its end, so that the time left never rises.
      const within =
        current === null ? 0 : Math.min(secondsOf(current.id), (performance.now() - current.since) / 1000);
      const over = before + within;
      onProgress({ line, done: total === 0 ? 0 : over / total, left: total - over });
    },
  };
}
