import type { Bench } from '../run/bench.ts';
import type { PlanTerms } from '../plan/plan.ts';
import type { ScenarioId } from './ids.ts';

/** One question and how it is answered by measuring. */
export interface Scenario {
  readonly id: ScenarioId;
  /** What it is about, in a few words. */
  readonly title: string;
  /** Seconds that it takes on these terms, roughly: what a progress bar needs. */
  seconds(terms: PlanTerms): number;
  /** Measures, and writes verdicts with at least one check of itself. Ends early, in order, when the bench's signal is aborted. */
  run(bench: Bench): Promise<void>;
}
