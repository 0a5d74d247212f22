/** Thrown for an operation that did not settle in time, whatever its driver did. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** Guards the operations of one worker, one after another. */
export interface Guard {
  /** Settles as the work does, or with {@link DeadlinePassed}; the signal is aborted then. */
  within<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

interface Slot {
  abort: AbortController;
  deadline: number;
  giveUp: ((reason: DeadlinePassed) => void) | null;
}

const TICK_MS = 20;

/**
 * One timer for all operations under way, and one signal for each worker until it is needed: a timer and a signal for each
 * operation would cost more than a cheap query.
 */
export function createDeadlines(ms: number): { guard(): Guard; stop(): void } {
  const slots = new Set<Slot>();
  const timer = setInterval(() => {
    const now = performance.now();
    for (const slot of slots) {
      if (slot.giveUp === null || slot.deadline > now) continue;
      const passed = new DeadlinePassed(`not settled within ${ms} ms`);
      slot.giveUp(passed);
      slot.abort.abort(passed);
      slot.abort = new AbortController();
    }
  }, TICK_MS);
  return {
    guard() {
      const slot: Slot = { abort: new AbortController(), deadline: Infinity, giveUp: null };
      slots.add(slot);
      return { within: (work) => guarded(slot, ms, work) };
    },
    stop: () => clearInterval(timer),
  };
}

function guarded<T>(slot: Slot, ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const giveUp = reject;
    slot.giveUp = giveUp;
    slot.deadline = performance.now() + ms;
    const settled = (): void => {
      // What settles too late belongs to an operation that nobody waits for any more.
      if (slot.giveUp === giveUp) slot.giveUp = null;
    };
    work(slot.abort.signal).then(
      (value) => {
        settled();
        resolve(value);
      },
      (error: unknown) => {
        settled();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
