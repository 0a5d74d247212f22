import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { cannotListen } from '../errors.ts';
import { spoil, type Faults, type Outgoing } from './faults/answers.ts';
import { CONTROL_PATH, controlFaults } from './faults/control.ts';
import type { Troubles } from './faults/troubles.ts';
import { answerBody, type Method } from './rpc/envelope.ts';
import type { StreamServer } from './streams/server.ts';

/** The batch limit of a goloop node that is not told otherwise. */
const BATCH_LIMIT = 10;

/** Bytes of a request's body, at most; the limit of ICON's older nodes. */
const BODY_LIMIT = 2 * 1024 * 1024;

/** `/api/v3`, `/api/v3/<channel>`; with a `d` behind the 3 for the debug interface. */
const PATH = /^\/api\/v3(d?)(?:\/([^/?]*))?(?:\?.*)?$/;

const JSON_TYPE = 'application/json; charset=UTF-8';
const TEXT_TYPE = 'text/plain; charset=UTF-8';

/** What is served, and where. */
export interface NodeServerSettings {
  readonly host: string;
  readonly port: number;
  readonly channel: string;
  readonly methods: ReadonlyMap<string, Method>;
  /** Methods of the debug interface; a node without it answers 404 there. */
  readonly debugMethods?: ReadonlyMap<string, Method>;
  readonly streams: StreamServer;
  readonly faults: Faults | undefined;
  /** Troubles that programs of this machine may change while the node runs; none may unless given. */
  readonly troubles?: Troubles | undefined;
}

/** A server that listens. */
export interface NodeServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Listens like a node: JSON-RPC by POST under `/api/v3` and `/api/v3/<channel>`, streams by websocket under the latter,
 * plain 404 elsewhere.
 */
export async function serveNode(settings: NodeServerSettings): Promise<NodeServer> {
  let exchanges = 0;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (settings.troubles !== undefined && request.url === CONTROL_PATH) {
      controlFaults(settings.troubles, request, response, body ?? '');
      return;
    }
    const answer = body === undefined ? tooLarge() : await answerTo(request, body, settings);
    exchanges += 1;
    const faults = [settings.faults?.(exchanges, body ?? '') ?? []].flat();
    await send(response, faults.reduce(spoil, answer));
  }

  const server = createServer((request, response) => {
    // Only the connection can fail here, and with it the one who would want to know.
    respond(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', settings.streams.upgrade);
  await listen(server, settings);
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server, settings.streams) };
}

async function answerTo(
  { method, url = '', headers }: IncomingMessage,
  body: string,
  { channel, methods, debugMethods }: NodeServerSettings,
): Promise<Outgoing> {
  const path = PATH.exec(url);
  const served = path?.[1] === 'd' ? debugMethods : methods;
  if (method !== 'POST' || path === null || served === undefined) return text(404, 'Not Found <nil>');
  const named = path[2] ?? '';
  if (named !== '' && named !== channel) return text(404, 'No channel');
  const answering = { methods: served, batchLimit: BATCH_LIMIT };
  const reply = await answerBody(body, answering, { waitMs: waitMsOf(headers['icon-options']) });
  if (reply.body === '') return { status: reply.status, type: undefined, body: '' };
  return { status: reply.status, type: JSON_TYPE, body: `${reply.body}\n` };
}

function waitMsOf(options: string | string[] | undefined): number | undefined {
  const [, milliseconds] = /(?:^|[,;\s])timeout=(\d{1,9})(?:$|[,;\s])/.exec(String(options ?? '')) ?? [];
  return milliseconds === undefined ? undefined : Number(milliseconds);
}

const text = (status: number, body: string): Outgoing => ({ status, type: TEXT_TYPE, body });
const tooLarge = () => text(413, 'Request Entity Too Large <nil>');

/** The body as text; undefined when it is too large, in which case the rest is not kept. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks).toString('utf8');
}

async function send(
  response: ServerResponse,
  { status, type, body, headers, delayMs, cut, endless, silent }: Outgoing,
): Promise<void> {
  if (silent === true) return;
  if (delayMs !== undefined) await sleep(delayMs, undefined, { ref: false });
  if (endless === true) {
    response.setHeader('content-type', JSON_TYPE);
    return pipeline(Readable.from(blanks()), response);
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...(type === undefined ? {} : { 'content-type': type }),
    'content-length': bytes.length,
    ...headers,
  });
  if (cut !== true) return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function* blanks(): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, ' ');
  for (;;) yield piece;
}

async function listen(server: Server, { host, port }: NodeServerSettings): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw cannotListen({ host, port, reason: error instanceof Error ? error.message : String(error) }, error);
  }
}

async function stop(server: Server, streams: StreamServer): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  streams.close();
  server.closeAllConnections();
  await closed;
}
