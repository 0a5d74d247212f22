/** The stretch of time that is measured, in milliseconds. It is shortened when the load is ended early. */
export interface Window {
  readonly start: number;
  end: number;
}

/** How many there are of something, followed from event to event. */
export interface Level {
  up(now: number): void;
  down(now: number): void;
  now(): number;
  peak(): number;
  /** Weighted by time, over the whole window. */
  mean(): number;
}

/** A level that begins at nothing. What happens after the window's end changes its mean no more. */
export function createLevel(window: Window): Level {
  let [value, peak, area, last] = [0, 0, 0, window.start];
  const advance = (instant: number): void => {
    const now = Math.min(instant, window.end);
    if (now <= last) return;
    area += value * (now - last);
    last = now;
  };
  return {
    up(now) {
      advance(now);
      value += 1;
      if (value > peak) peak = value;
    },
    down(now) {
      advance(now);
      value -= 1;
    },
    now: () => value,
    peak: () => peak,
    mean() {
      advance(window.end);
      const length = window.end - window.start;
      return length > 0 ? area / length : 0;
    },
  };
}
