import type { Lender } from './lender.ts';

/** Makes a lender for each loan, and closes it with the loan. */
export function lendEachItsOwn(make: () => Lender): Lender {
  const closers = new Set<() => Promise<void>>();
  return {
    keeps: false,
    async lend(abandoned) {
      const own = make();
      let closing: Promise<void> | undefined;
      const close = (): Promise<void> => (closing ??= own.close().finally(() => closers.delete(close)));
      const abandon = (): void => void close();
      closers.add(close);
      abandoned.addEventListener('abort', abandon, { once: true });
      try {
        const loan = await own.lend(abandoned);
        const giveBack = (error?: unknown): void => {
          loan.giveBack(error);
          void close();
        };
        return { query: loan.query, giveBack };
      } catch (error) {
        void close();
        throw error;
      } finally {
        abandoned.removeEventListener('abort', abandon);
      }
    },
    async close() {
      await Promise.all(Array.from(closers, (close) => close()));
    },
  };
}
