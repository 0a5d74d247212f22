/** Learns how many requests the node takes in one batch. */
export interface BatchSize {
  /** Requests to put in one batch now. */
  readonly current: number;
  /** The node refused a batch of this size. */
  refused(size: number): void;
  /** The node answered a batch of this size. */
  accepted(size: number): void;
}

/** Full batches that have to pass before a larger size is tried: a refusal costs a request, and public nodes count them. */
const TRIALS = 32;

/**
 * Starts at `start`, halves when refused, and feels its way between the largest size accepted and the smallest refused
 * (doubling while none was), so that it settles on the node's own limit.
 */
export function createBatchSize({ start, max }: { readonly start: number; readonly max: number }): BatchSize {
  let current = Math.min(start, max);
  let accepted = 0;
  let ceiling = max;
  let passed = 0;

  return {
    get current() {
      return current;
    },
    refused(size) {
      ceiling = Math.max(1, Math.min(ceiling, size - 1));
      if (accepted >= size) accepted = 0;
      current = accepted > 0 ? accepted : Math.min(current, Math.max(1, Math.floor(size / 2)));
      passed = 0;
    },
    accepted(size) {
      if (size !== current) return;
      accepted = size;
      passed += 1;
      if (passed < TRIALS || current >= ceiling) return;
      passed = 0;
      current = ceiling === max ? Math.min(max, current * 2) : Math.ceil((current + ceiling) / 2);
    },
  };
}
