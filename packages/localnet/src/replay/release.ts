/** How far a replay has come. Heights are released over time or by hand and never go back. */
export interface Release {
  /** The newest height that may be seen now. */
  readonly height: () => number;
  /** Releases everything up to this height, but no more than there is. */
  readonly to: (height: number) => void;
  /** Resolves when this height is released, or else when the signal aborts. */
  readonly reached: (height: number, signal: AbortSignal) => Promise<void>;
}

/** How a replay moves on. */
export interface ReleasePlan {
  /** The last height there is. */
  readonly last: number;
  /** Released from the beginning. */
  readonly start: number;
  /** Undefined: nothing more but by hand. */
  readonly blocksPerSecond: number | undefined;
}

/** The longest time a timer of Node can run. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Counts on a clock that only moves forward. The height is worked out when asked; timers run for those who wait only. */
export function createRelease(
  { last, start, blocksPerSecond }: ReleasePlan,
  now = () => performance.now(),
): Release {
  let base = Math.min(start, last);
  let since = now();
  const waiting = new Set<() => void>();

  function height(): number {
    if (blocksPerSecond === undefined) return base;
    return Math.min(last, base + Math.floor(((now() - since) / 1000) * blocksPerSecond));
  }

  /** Milliseconds until a height is due; undefined when only `to` can bring it. */
  function dueIn(target: number): number | undefined {
    if (blocksPerSecond === undefined || target > last) return undefined;
    const due = since + ((target - base) / blocksPerSecond) * 1000 - now();
    return Math.min(MAX_TIMER_MS, Math.max(1, Math.ceil(due)));
  }

  function change(withinMs: number | undefined, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = withinMs === undefined ? undefined : setTimeout(wake, withinMs);
      function wake(): void {
        clearTimeout(timer);
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      }
      waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  return {
    height,
    to(target) {
      if (target <= height()) return;
      base = Math.min(target, last);
      since = now();
      for (const wake of waiting) wake();
    },
    async reached(target, signal) {
      while (height() < target && !signal.aborted) await change(dueIn(target), signal);
    },
  };
}
