import { createCaller, type Caller, type CallTerms, type Settled } from './caller.ts';

/** All callers of one load. */
export interface Staff {
  /** A caller that is free, and free again when it calls back; there is another in its place when it was used up. */
  hire(onFree: (caller: Caller, settled: Settled) => void): Caller;
  /** Gives up what has passed its deadline. */
  check(now: number): void;
}

export function createStaff(terms: CallTerms): Staff {
  const callers = new Set<Caller>();
  const hire: Staff['hire'] = (onFree) => {
    const caller = createCaller(terms, (settled) => {
      if (settled.givenUp) callers.delete(caller);
      onFree(settled.givenUp ? hire(onFree) : caller, settled);
    });
    callers.add(caller);
    return caller;
  };
  return {
    hire,
    check(now) {
      for (const caller of callers) caller.check(now);
    },
  };
}
