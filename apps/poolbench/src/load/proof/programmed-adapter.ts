import type { Held, Operation, PoolAdapter } from '../../adapter/pool-adapter.ts';
import type { Clock } from '../clock.ts';

/** What becomes of a wait for a connection, or of a statement, so many milliseconds after it was asked for. */
export type Fate =
  | { readonly after: number }
  | { readonly after: number; readonly error: Error }
  /** Nothing, ever, unless its connection is given up. */
  | 'silence'
  /** Nothing, ever. */
  | 'deaf';

export interface ProgrammedAdapter extends PoolAdapter {
  /** How many were lent and not given back. */
  lent(): number;
  /** With what errors connections were given back. */
  readonly lost: readonly unknown[];
}

/** An arm without a server, which does as it is told. */
export function programmedAdapter(
  clock: Clock,
  fates: { acquire(): Fate; query(operation: Operation): Fate },
): ProgrammedAdapter {
  const lent = new Map<Held, (error: Error) => void>();
  const lost: unknown[] = [];
  let [acquired, released] = [0, 0];

  const meet = <T>(
    fate: Fate,
    value: () => T,
    onGivenUp: (giveUp: (error: Error) => void) => void,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (fate === 'silence') onGivenUp(reject);
      if (typeof fate === 'string') return;
      clock.at(clock.now() + fate.after, () => ('error' in fate ? reject(fate.error) : resolve(value())));
    });

  return {
    name: 'programmed',
    open: () => Promise.resolve(),
    acquire: (signal) =>
      meet(
        fates.acquire(),
        () => {
          const held = {} as Held;
          lent.set(held, () => undefined);
          acquired += 1;
          return held;
        },
        (giveUp) => signal.addEventListener('abort', () => giveUp(signal.reason as Error)),
      ),
    query: (held, operation) =>
      meet(
        fates.query(operation),
        () => 1,
        (giveUp) => lent.set(held, giveUp),
      ),
    release(held, error) {
      const giveUp = lent.get(held);
      if (giveUp === undefined) throw new Error('It was given back twice.');
      lent.delete(held);
      released += 1;
      if (error === undefined) return;
      lost.push(error);
      giveUp(new Error('Connection terminated'));
    },
    stats: () => ({ open: 0, idle: 0, pending: 0, opened: 0, closed: 0, acquired, released }),
    close: () => Promise.resolve(),
    lent: () => lent.size,
    lost,
  };
}
