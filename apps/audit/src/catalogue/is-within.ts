import type { Stretch } from './finding.ts';

/** Whether a place begins in one of some stretches. */
export const isWithin = (at: Stretch, stretches: readonly Stretch[]): boolean =>
  stretches.some(
    ({ file, start, end }) => file === at.file && start.line <= at.start.line && at.start.line <= end.line,
  );
