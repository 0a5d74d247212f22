import { LITTLES_LAW_TOLERANCE } from '../domain/queueing/littles-law.ts';
import type { Bench } from '../run/bench.ts';
import { shared } from './shared.words.ts';
import { check } from './verdicts.ts';

/**
 * Little's law over the cells of the scenario: operations under way, times, and rates must agree, or the clocks are wrong. A process
 * that others keep from running loses time that no operation has, so cells with much foreign CPU prove nothing.
 */
export async function checkLittlesLaw(bench: Bench): Promise<void> {
  const errors = bench
    .records()
    .flatMap((record) =>
      record.type === 'cell_end' &&
      !['interrupted', 'foreign-cpu'].some((flag) => record.flags.includes(flag))
        ? (record.littles_law_error_ratio ?? [])
        : [],
    );
  if (errors.length === 0) return;
  const worst = errors.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  await bench.verdict(
    check(
      Math.abs(worst) <= LITTLES_LAW_TOLERANCE,
      shared.say('littlesLaw', { worst: (Math.abs(worst) * 100).toFixed(2), cells: errors.length }),
      { value: worst },
    ),
  );
}
