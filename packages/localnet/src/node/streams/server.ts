import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { spoilMessages, type StreamFaults } from '../faults/streams.ts';
import type { Converse } from './conversation.ts';
import type { StreamKind } from './decode.ts';

/** Bytes of a request, at most. */
const REQUEST_LIMIT = 16 * 1024;

/** `/api/v3/<channel>/block`, `/api/v3/<channel>/event`. */
const PATH = /^\/api\/v3\/([^/?]+)\/(block|event)(?:\?.*)?$/;

/** What is streamed. */
export interface StreamServerSettings {
  readonly channel: string;
  readonly converse: Converse;
  readonly faults: StreamFaults | undefined;
}

/** The websockets of a node. */
export interface StreamServer {
  /** Takes over the connection of a request to upgrade it. */
  readonly upgrade: (request: IncomingMessage, connection: Duplex, head: Buffer) => void;
  /** Closes all of them at once, without a farewell. */
  readonly close: () => void;
}

/** Streams like a node: a client sends one request, then it is told until one of the two closes. */
export function createStreamServer({ channel, converse, faults }: StreamServerSettings): StreamServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: REQUEST_LIMIT, perMessageDeflate: false });
  let streams = 0;

  function serve(socket: WebSocket, kind: StreamKind): void {
    const stream = (streams += 1);
    const closed = new AbortController();
    socket.once('close', () => closed.abort());
    // What breaks a connection also closes it, and there is nobody left to tell.
    socket.on('error', () => undefined);
    socket.once('message', (request: Buffer) => {
      const messages = converse(kind, request.toString('utf8'), closed.signal);
      const spoilt = spoilMessages(messages, (message, text) => faults?.(stream, message, text));
      send(socket, spoilt).then(
        () => socket.terminate(),
        () => socket.terminate(),
      );
    });
  }

  return {
    upgrade(request, connection, head) {
      const [, name, kind] = PATH.exec(request.url ?? '') ?? [];
      if (kind === undefined) refuse(connection, 'Not Found <nil>');
      else if (name !== channel) refuse(connection, 'No channel');
      else server.handleUpgrade(request, connection, head, (socket) => serve(socket, kind as StreamKind));
    },
    close() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}

/** Sends one message after the other, each when the one before has left: a slow reader holds its own stream up. */
async function send(socket: WebSocket, messages: AsyncIterable<string>): Promise<void> {
  for await (const text of messages) {
    await new Promise<void>((resolve, reject) => {
      socket.send(text, (error) => (error instanceof Error ? reject(error) : resolve()));
    });
  }
}

function refuse(connection: Duplex, reason: string): void {
  connection.on('error', () => connection.destroy());
  connection.once('finish', () => connection.destroy());
  connection.end(
    [
      'HTTP/1.1 404 Not Found',
      'Content-Type: text/plain; charset=UTF-8',
      `Content-Length: ${reason.length}`,
      'Connection: close',
      '',
      reason,
    ].join('\r\n'),
  );
}
