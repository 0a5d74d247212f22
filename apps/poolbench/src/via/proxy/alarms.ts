/** Calls back at moments of `performance.now()`, more exactly than Node's timers, which know whole milliseconds. */
export interface Alarms {
  /** Calls `ring` as soon as `due` has come, in the order of the moments, and of the calls where these are equal. */
  at(due: number, ring: () => void): void;
  /** Forgets all. */
  stop(): void;
}

interface Alarm {
  readonly due: number;
  readonly ring: () => void;
}

// A timer rings up to this much late. From then on the loop turns until the moment comes, and reads its sockets all the while.
const TIMER_LATENESS_MS = 1;

export function createAlarms(): Alarms {
  const waiting: Alarm[] = [];
  let timer: NodeJS.Timeout | undefined;
  let turning: NodeJS.Immediate | undefined;

  function at(due: number, ring: () => void): void {
    // Delays are alike, so this finds its place near the end.
    const place = waiting.findLastIndex((other) => other.due <= due) + 1;
    waiting.splice(place, 0, { due, ring });
    if (place === 0) wait();
  }

  function wait(): void {
    const [first] = waiting;
    if (first === undefined || turning !== undefined) return;
    clearTimeout(timer);
    const sleep = Math.floor(first.due - performance.now() - TIMER_LATENESS_MS);
    if (sleep >= 1) timer = setTimeout(wait, sleep);
    else turning = setImmediate(turn);
  }

  function turn(): void {
    turning = undefined;
    const now = performance.now();
    while (waiting[0] !== undefined && waiting[0].due <= now) waiting.shift()?.ring();
    wait();
  }

  function stop(): void {
    waiting.length = 0;
    clearTimeout(timer);
    clearImmediate(turning);
    turning = undefined;
  }

  return { at, stop };
}
