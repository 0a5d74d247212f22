import net from 'node:net';

/**
 * Sockets that we make for a driver, to know for certain when all of them are closed: drivers forget a connection that is being
 * opened, and wait for ever for a server that does not answer their goodbye.
 */
export interface Sockets {
  /** One that is not connected yet. */
  make(): net.Socket;
  /** Waits until all are closed, and destroys those that are not when the grace is over. What is made later is destroyed at once. */
  close(graceMs?: number): Promise<void>;
}

/** A back-end that is told to go has gone within milliseconds. */
const GRACE_MS = 500;

export function createSockets(): Sockets {
  const open = new Set<net.Socket>();
  let closing = false;
  return {
    make() {
      const socket = new net.Socket();
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      // Not before the driver listens to it.
      if (closing) setImmediate(() => socket.destroy());
      return socket;
    },
    async close(graceMs = GRACE_MS) {
      closing = true;
      const timer = setTimeout(() => {
        for (const socket of open) socket.destroy();
      }, graceMs);
      for (const socket of open) await new Promise((resolve) => socket.once('close', resolve));
      clearTimeout(timer);
    },
  };
}
