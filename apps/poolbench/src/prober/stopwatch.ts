import { STAGES, type Stage, type StageTimes } from './stages.ts';

/** A reading of a monotonic clock, in milliseconds. */
export type Clock = () => number;

/** Measures stages that follow each other without a gap. */
export interface Stopwatch {
  /** The stage under way, or the last one. */
  readonly stage: Stage;
  /** Ends the stage under way; this one begins at the same instant. */
  enter(stage: Stage): void;
  /** Ends the last stage. */
  stop(): Timing;
}

export interface Timing {
  readonly stages: StageTimes;
  /** Milliseconds from the first reading of the clock to the last. */
  readonly totalMs: number;
}

/** Begins with the stage `first`, now. A stage that is entered twice counts both times. */
export function startStopwatch(first: Stage, now: Clock): Stopwatch {
  const times = Object.fromEntries(STAGES.map((stage) => [stage, null])) as Record<Stage, number | null>;
  let stage = first;
  const began = now();
  let since = began;
  const lap = (): void => {
    const instant = now();
    times[stage] = (times[stage] ?? 0) + (instant - since);
    since = instant;
  };
  return {
    get stage() {
      return stage;
    },
    enter(next) {
      lap();
      stage = next;
    },
    stop() {
      lap();
      return { stages: { ...times }, totalMs: since - began };
    },
  };
}
