/** Time as the loops know it: the machine's, or one that a test makes. Instants are in milliseconds. */
export interface Clock {
  now(): number;
  /** Calls back at the instant, not before, and as soon after as can be. */
  at(instant: number, callback: () => void): void;
  /** Calls back again and again, roughly that far apart, until what it gives is called. */
  every(milliseconds: number, callback: () => void): () => void;
  /** Calls back when all else that has happened by now was dealt with. */
  soon(callback: () => void): void;
}

/** Timers come as much as a millisecond late, so the last one is spent in going round the event loop, which serves sockets meanwhile. */
const SPIN_MS = 1;

/** The machine's monotonic clock. */
export const monotonic: Clock = {
  now: () => performance.now(),
  at(instant, callback) {
    const spin = (): void => {
      if (performance.now() >= instant) callback();
      else setImmediate(spin);
    };
    const left = instant - performance.now();
    if (left > 2 * SPIN_MS) setTimeout(spin, left - SPIN_MS);
    else setImmediate(spin);
  },
  every(milliseconds, callback) {
    const timer = setInterval(callback, milliseconds);
    return () => clearInterval(timer);
  },
  soon: (callback) => void setImmediate(callback),
};
