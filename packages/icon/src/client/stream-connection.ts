import type { Socket } from 'node:net';
import { printable } from '@madang/errors';
import { Agent, buildConnector, WebSocket } from 'undici';
import { object } from '../fields.ts';
import { formatInteger, parseCount } from '../integer.ts';
import { senderHeaders } from './node-url.ts';

/** A node's block stream, and how far its chain is. */
export interface StreamPlace {
  /** Address of the node's JSON-RPC interface. */
  readonly node: URL;
  readonly channel: string;
  /** The newest block's height; the stream is asked for what follows. */
  readonly latest: number;
}

/** Bytes of one message; one about a block has a hundred. */
const LARGEST_MESSAGE = 64 * 1024;
const HANDSHAKE_MS = 10_000;

/**
 * Opens a block stream and tells of every height in it, until it ends, something else than a height comes, or the signal
 * aborts. Resolves with the reason then, when nothing is left of the connection.
 */
export function followBlocks(
  place: StreamPlace,
  onHeight: (height: number) => void,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted();
  const { agent, cut } = ownConnection();
  const socket = new WebSocket(streamUrl(place), {
    dispatcher: agent,
    headers: senderHeaders(place.node),
  });
  return new Promise((resolve) => {
    const end = (reason: string) => {
      signal.removeEventListener('abort', leave);
      cut();
      resolve(reason);
    };
    const leave = () => end('it is no longer wanted');
    signal.addEventListener('abort', leave, { once: true });
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ height: formatInteger(place.latest + 1) })),
    );
    socket.addEventListener('message', ({ data }) => {
      const { height, trouble } = read(data);
      if (height !== undefined) onHeight(height);
      if (trouble !== undefined) end(trouble);
    });
    socket.addEventListener('close', ({ code }) => end(`the connection is closed (${code})`));
  });
}

/** `/api/v3` becomes `/api/v3/icon_dex/block`; an address that names the channel already needs it no more. */
export function streamUrl({ node, channel }: Omit<StreamPlace, 'latest'>): URL {
  const url = new URL(node);
  url.protocol = node.protocol === 'https:' ? 'wss:' : 'ws:';
  url.username = '';
  url.password = '';
  const base = node.pathname.replace(/\/$/, '');
  const name = encodeURIComponent(channel);
  url.pathname = name === '' || base.endsWith(`/${name}`) ? `${base}/block` : `${base}/${name}/block`;
  return url;
}

/** A dispatcher whose connection can be cut off: closing a WebSocket waits for the other side, which may be mute. */
function ownConnection() {
  const connect = buildConnector({ timeout: HANDSHAKE_MS });
  let connection: Socket | undefined;
  const agent = new Agent({
    headersTimeout: HANDSHAKE_MS,
    webSocket: { maxPayloadSize: LARGEST_MESSAGE, maxFragments: 16 },
    connect: (options, callback) =>
      connect(options, (...outcome) => {
        connection = outcome[1] ?? undefined;
        callback(...outcome);
      }),
  });
  const cut = () => {
    connection?.destroy();
    void agent.destroy();
  };
  return { agent, cut };
}

function read(data: unknown): { height?: number; trouble?: string } {
  try {
    const message = object(JSON.parse(String(data)), 'the message');
    if (message['code'] === 0) return {};
    if ('code' in message) return { trouble: `the node refuses it (${printable(String(data), 200)})` };
    return { height: parseCount(message['height'], 'the height') };
  } catch (error) {
    return { trouble: printable(String(error), 200) };
  }
}
