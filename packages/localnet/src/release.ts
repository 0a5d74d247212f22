/** How far a replay has come. Heights are released over time or by hand and never go back. */
export interface Release {
  /** The newest height that may be seen now. */
  readonly height: () => number;
  /** Releases everything up to this height, but no more than there is. */
  readonly to: (height: number) => void;
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

/** Counts on a clock that only moves forward; no timer runs, the height is worked out when asked. */
export function createRelease(
  { last, start, blocksPerSecond }: ReleasePlan,
  now = () => performance.now(),
): Release {
  let base = Math.min(start, last);
  let since = now();

  function height(): number {
    if (blocksPerSecond === undefined) return base;
    return Math.min(last, base + Math.floor(((now() - since) / 1000) * blocksPerSecond));
  }

  return {
    height,
    to(target) {
      if (target <= height()) return;
      base = Math.min(target, last);
      since = now();
    },
  };
}
