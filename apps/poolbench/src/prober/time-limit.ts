/** One signal for two ends: the caller's wish, and the time that is up. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Whether it was the time. */
  readonly isUp: boolean;
  /** Ends the watching. */
  release(): void;
}

// Beyond it a timer of Node is up at once.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Aborts its signal after `deadlineMs`, or when `cancel` does, with the same reason. */
export function limitTime(deadlineMs: number, cancel?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let isUp = false;
  const onCancel = (): void => controller.abort(cancel?.reason);
  cancel?.addEventListener('abort', onCancel, { once: true });
  const onTime = (): void => {
    isUp = true;
    controller.abort();
  };
  const timer = setTimeout(onTime, Math.min(deadlineMs, LONGEST_TIMER_MS));
  return {
    signal: controller.signal,
    get isUp() {
      return isUp;
    },
    release() {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', onCancel);
    },
  };
}
