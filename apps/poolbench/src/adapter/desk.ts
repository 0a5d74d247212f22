import { setMaxListeners } from 'node:events';
import { adapterClosed } from './errors.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { Lender, Loan } from './lender.ts';
import type { Held, PoolAdapter } from './pool-adapter.ts';

/**
 * The adapter that all arms share. It keeps account of who waits and who holds, ends a wait by the caller's signal, which no driver
 * does, and sees to it that a connection for somebody who has left goes back.
 */
export function adapterOf(name: string, makeLender: (ledger: Ledger) => Lender): PoolAdapter {
  const ledger = createLedger();
  const waiting = new Set<Waiting>();
  const loans = new Map<Held, Loan>();
  const total = { acquired: 0, released: 0 };
  let lender: Lender | undefined;

  const hold = (loan: Loan): Held => {
    const held = {} as Held;
    loans.set(held, loan);
    total.acquired += 1;
    return held;
  };
  const release = (held: Held, error?: unknown): void => {
    const loan = loans.get(held);
    if (loan === undefined) return;
    loans.delete(held);
    total.released += 1;
    loan.giveBack(error);
  };

  return {
    name,
    open() {
      lender ??= makeLender(ledger);
      return Promise.resolve();
    },
    acquire(signal) {
      if (lender === undefined) return Promise.reject(adapterClosed({ arm: name }));
      if (signal.aborted) return Promise.reject(signal.reason as Error);
      const loan = lender.lend(signal);
      // Waiting costs 2 µs of processor time, of the 17 that a cheap query takes on a pipelined connection.
      return loan instanceof Promise ? wait(waiting, loan, signal, hold) : Promise.resolve(hold(loan));
    },
    query(held, operation) {
      const loan = loans.get(held);
      return loan === undefined ? Promise.reject(adapterClosed({ arm: name })) : loan.query(operation);
    },
    release,
    stats() {
      const { opened, closed } = ledger;
      const open = opened - closed;
      const idle = lender?.keeps === true ? Math.max(0, open - loans.size) : 0;
      return { open, idle, pending: waiting.size, opened, closed, ...total };
    },
    async close() {
      const ending = lender;
      lender = undefined;
      const reason = adapterClosed({ arm: name });
      for (const one of waiting) one.giveUp(reason);
      for (const held of loans.keys()) release(held, reason);
      await ending?.close();
    },
  };
}

interface Waiting {
  giveUp(reason: Error): void;
}

function wait(
  waiting: Set<Waiting>,
  loan: Promise<Loan>,
  signal: AbortSignal,
  hold: (loan: Loan) => Held,
): Promise<Held> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => one.giveUp(signal.reason as Error);
    const stopWaiting = (): boolean => {
      signal.removeEventListener('abort', onAbort);
      return waiting.delete(one);
    };
    const one: Waiting = {
      giveUp: (reason) => {
        if (stopWaiting()) reject(reason);
      },
    };
    waiting.add(one);
    // Many may wait with one signal.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', onAbort, { once: true });
    loan.then(
      (loan) => {
        if (stopWaiting()) resolve(hold(loan));
        else loan.giveBack();
      },
      (error: unknown) => one.giveUp(error as Error),
    );
  });
}
