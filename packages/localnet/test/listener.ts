import WebSocket from 'ws';

/** How a connection ended, as the client saw it. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** A client of a stream that keeps messages until they are asked for. */
export interface Listener {
  readonly socket: WebSocket;
  /** Resolves when the connection is closed. */
  readonly closed: Promise<Closing>;
  /** The next messages, waited for; fewer when the connection closes before. */
  take(count: number): Promise<string[]>;
  /** Messages that have come and were not taken, after a round trip that lets those on their way arrive. */
  pending(): Promise<readonly string[]>;
}

/** Opens a stream (`default/block`) of the node at `url` and sends a request; without one it stays silent. */
export function listen(url: string, path: string, request?: unknown): Listener {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/${path}`);
  const messages: string[] = [];
  let open = true;
  let arrived: () => void = () => undefined;

  socket.on('open', () => {
    if (request !== undefined) socket.send(typeof request === 'string' ? request : JSON.stringify(request));
  });
  socket.on('message', (data: Buffer) => {
    messages.push(data.toString('utf8'));
    arrived();
  });
  // A refused connection is an error and closes; the closing is what tests look at.
  socket.on('error', () => undefined);
  const closed = new Promise<Closing>((resolve) => {
    socket.on('close', (code, reason) => {
      open = false;
      arrived();
      resolve({ code, reason: reason.toString('utf8') });
    });
  });

  return {
    socket,
    closed,
    async take(count) {
      while (messages.length < count && open) await new Promise<void>((resolve) => (arrived = resolve));
      return messages.splice(0, count);
    },
    async pending() {
      const pong = new Promise((resolve) => socket.once('pong', resolve));
      socket.ping();
      await pong;
      return messages;
    },
  };
}
