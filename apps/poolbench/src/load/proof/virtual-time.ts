import type { Clock } from '../clock.ts';

/** Time that a test makes: it stands still while there is something to do, and leaps to where the next thing happens. */
export interface VirtualTime {
  readonly clock: Clock;
  /** Lets time pass until the work is done; fails when it never will be. */
  until<T>(work: Promise<T>): Promise<T>;
}

interface Alarm {
  readonly instant: number;
  readonly ring: () => void;
}

/** Time from 0 on. */
export function createVirtualTime(): VirtualTime {
  // The latest first, and of the same instant who came last.
  const alarms: Alarm[] = [];
  let now = 0;
  const at = (asked: number, ring: () => void): void => {
    const instant = Math.max(asked, now);
    let [low, high] = [0, alarms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((alarms[middle]?.instant ?? 0) > instant) low = middle + 1;
      else high = middle;
    }
    alarms.splice(low, 0, { instant, ring });
  };
  const every = (milliseconds: number, callback: () => void): (() => void) => {
    let stopped = false;
    const again = (): void => {
      if (stopped) return;
      callback();
      at(now + milliseconds, again);
    };
    at(now + milliseconds, again);
    return () => (stopped = true);
  };
  return {
    clock: { now: () => now, at, every, soon: (callback) => at(now, callback) },
    async until(work) {
      let finished = false;
      const isDone = (): boolean => finished;
      const finish = (): void => void (finished = true);
      work.then(finish, finish);
      for (;;) {
        // Whoever waits for a promise goes on before time does.
        await new Promise((resolve) => setImmediate(resolve));
        if (isDone()) return work;
        const alarm = alarms.pop();
        if (alarm === undefined) throw new Error('Nothing more will happen, and the work is not done.');
        now = alarm.instant;
        alarm.ring();
      }
    },
  };
}
