import type { Clock } from './clock.ts';
import type { Caller, Settled } from './caller.ts';
import type { Window } from './level.ts';
import type { Staff } from './staff.ts';

/** What a loop drives. */
export interface Loop {
  readonly clock: Clock;
  readonly window: Window;
  readonly hire: Staff['hire'];
}

/**
 * So many workers, each of which asks again when it has its reply, until the time is over. It finds capacity, and says nothing of the
 * latency at a given rate. Resolves when the last operation has settled.
 */
export function closedLoop({ clock, window, hire }: Loop, workers: number): Promise<void> {
  return new Promise((resolve) => {
    let working = workers;
    const goOn = (caller: Caller): void => {
      const now = clock.now();
      if (now < window.end) caller.call(now, now);
      else if ((working -= 1) === 0) resolve();
    };
    const onFree = (caller: Caller, { well }: Settled): void => {
      if (well) goOn(caller);
      // What fails at once, as with a connection that is lost, would keep the event loop from ever hearing why.
      else clock.soon(() => goOn(caller));
    };
    for (let worker = 0; worker < workers; worker += 1) goOn(hire(onFree));
  });
}
