/** Speed over the last ten seconds, so that a number on the screen is steady and still follows a change. */
export interface Pace {
  add(rows: number, blocks: number): void;
  /** Null until something was measured. */
  rowsPerSecond(): number | null;
  secondsFor(blocks: number): number | null;
}

const WINDOW_MS = 10_000;

export function createPace(now: () => number = () => performance.now()): Pace {
  const startedAt = now();
  let samples: { at: number; rows: number; blocks: number }[] = [];

  function sum(pick: (sample: { rows: number; blocks: number }) => number): number | null {
    const oldest = now() - WINDOW_MS;
    samples = samples.filter(({ at }) => at >= oldest);
    if (samples.length === 0) return null;
    const seconds = Math.min(WINDOW_MS, now() - startedAt) / 1000;
    return samples.reduce((total, sample) => total + pick(sample), 0) / Math.max(seconds, 0.001);
  }

  return {
    add: (rows, blocks) => void samples.push({ at: now(), rows, blocks }),
    rowsPerSecond: () => sum(({ rows }) => rows),
    secondsFor(blocks) {
      const perSecond = sum((sample) => sample.blocks);
      return perSecond === null || perSecond === 0 ? null : blocks / perSecond;
    },
  };
}
