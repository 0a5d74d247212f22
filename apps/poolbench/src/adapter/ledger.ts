/** Connections of one adapter, counted as they come and go. */
export interface Ledger {
  readonly opened: number;
  readonly closed: number;
  /** Counts a connection that is ready for its first query; call what it gives when the connection has ended. */
  enter(): () => void;
}

export function createLedger(): Ledger {
  let opened = 0;
  let closed = 0;
  return {
    get opened() {
      return opened;
    },
    get closed() {
      return closed;
    },
    enter() {
      opened += 1;
      return () => {
        closed += 1;
      };
    },
  };
}
