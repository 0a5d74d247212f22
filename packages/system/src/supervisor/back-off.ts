export interface BackOff {
  /** Milliseconds to wait before the next try, after one that lasted so long. */
  next(lastedMs: number): number;
}

const WELL_AFTER_MS = 60_000;

/** Waits that double with each failure up to the longest, and start anew after a try that lasted a minute. */
export function createBackOff(firstMs: number, longestMs: number): BackOff {
  let waitMs = firstMs;
  return {
    next(lastedMs) {
      const now = lastedMs > WELL_AFTER_MS ? firstMs : waitMs;
      waitMs = Math.min(now * 2, longestMs);
      return now;
    },
  };
}
