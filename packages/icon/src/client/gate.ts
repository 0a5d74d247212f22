/** How an exchange went, as far as the node's load is concerned. */
export type Load = 'fine' | 'overloaded' | 'unknown';

/** A place among the requests in flight; to be given back once, with how it went. */
export interface Ticket {
  leave(load: Load): void;
}

/** Lets as many requests through as the node bears. */
export interface Gate {
  /** Waits for a place, in order of arrival. */
  enter(signal: AbortSignal): Promise<Ticket>;
  /** Lets nobody in for so many milliseconds. */
  pause(ms: number): void;
  readonly inFlight: number;
  readonly queued: number;
  /** Requests that may be in flight at a time, now. */
  readonly concurrency: number;
}

/**
 * Concurrency by additive increase and multiplicative decrease: one more place per round of good answers, half of them
 * after a sign of overload. Signs from requests that were under way at the last halving tell nothing new and are ignored.
 */
export function createGate({ start, max }: { readonly start: number; readonly max: number }): Gate {
  let limit = Math.min(start, max);
  let inFlight = 0;
  let halvings = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  const queue = new Set<() => void>();

  function admit(): void {
    const wait = pausedUntil - performance.now();
    if (wait > 0) {
      timer ??= setTimeout(resume, wait);
      return;
    }
    for (const letIn of queue) {
      if (inFlight >= Math.floor(limit)) return;
      queue.delete(letIn);
      letIn();
    }
  }

  function resume(): void {
    timer = undefined;
    admit();
  }

  function ticket(): Ticket {
    const born = halvings;
    inFlight += 1;
    return {
      leave(load) {
        inFlight -= 1;
        if (load === 'fine') limit = Math.min(max, limit + 1 / limit);
        if (load === 'overloaded' && born === halvings) {
          limit = Math.max(1, limit / 2);
          halvings += 1;
        }
        admit();
      },
    };
  }

  return {
    enter: (signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const letIn = () => {
          signal.removeEventListener('abort', giveUp);
          resolve(ticket());
        };
        const giveUp = () => {
          queue.delete(letIn);
          reject(signal.reason as Error);
        };
        signal.addEventListener('abort', giveUp, { once: true });
        queue.add(letIn);
        admit();
      }),
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, performance.now() + ms);
    },
    get inFlight() {
      return inFlight;
    },
    get queued() {
      return queue.size;
    },
    get concurrency() {
      return Math.floor(limit);
    },
  };
}
