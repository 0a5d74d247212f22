import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** One server-sent event. `id` lets a client resume with Last-Event-ID. */
export interface ServerEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

// A comment this often keeps proxies from closing a quiet stream.
const HEARTBEAT_MS = 15_000;
// A reader that has not taken this much is too slow; it is told so and closed, and comes back by itself.
const MAX_UNSENT_BYTES = 256 * 1024;
// What is left unsent to such a reader has this long to leave.
const FAREWELL_MS = 5000;

export interface SendOptions {
  /** For a source that ends and of which nothing may be missed: it waits for a slow reader, who is not sent away. */
  readonly patient?: boolean;
}

/**
 * Sends events until the source ends, the server closes, or the reader goes or falls behind by more than 256 KiB (then
 * `event: lagged`). The signal is aborted at any of these; a source that waits must end by it.
 */
export async function sendEvents(
  reply: FastifyReply,
  open: (signal: AbortSignal) => AsyncIterable<ServerEvent>,
  { patient = false }: SendOptions = {},
): Promise<void> {
  const { raw } = reply;
  // From here on the framework leaves the answer to us; the headers that its hooks have set are sent all the same.
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  if (reply.request.method === 'HEAD' || raw.destroyed) {
    raw.end();
    return;
  }
  const reader = new AbortController();
  const leave = (): void => reader.abort();
  raw.once('close', leave);
  reply.server.closing.addEventListener('abort', leave, { signal: reader.signal });
  raw.write('retry: 2000\n\n');
  const heartbeat = setInterval(() => raw.write(': alive\n\n'), HEARTBEAT_MS);
  try {
    await pass(open(reader.signal), raw, reader.signal, patient);
  } finally {
    clearInterval(heartbeat);
    leave();
    sayGoodbye(raw, patient);
  }
}

async function pass(
  source: AsyncIterable<ServerEvent>,
  raw: ServerResponse,
  reader: AbortSignal,
  patient: boolean,
): Promise<void> {
  for await (const event of source) {
    if (reader.aborted) return;
    raw.write(format(event));
    if (raw.writableLength <= MAX_UNSENT_BYTES) continue;
    if (!patient) {
      raw.write(format({ event: 'lagged', data: {} }));
      return;
    }
    await once(raw, 'drain', { signal: reader }).catch(() => undefined);
  }
}

function sayGoodbye(raw: ServerResponse, patient: boolean): void {
  if (raw.closed) return;
  // A reader who takes nothing at all is cut off as every silent connection is.
  if (patient) {
    raw.end();
    return;
  }
  const cut = setTimeout(() => raw.destroy(), FAREWELL_MS);
  raw.once('close', () => clearTimeout(cut));
  raw.end();
}

// JSON has no raw line breaks, so one data line is enough; the id must have none either.
function format({ event, id, data }: ServerEvent): string {
  const idLine = id === undefined ? '' : `id: ${id.replace(/[\r\n\0]/g, '')}\n`;
  return `event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`;
}
