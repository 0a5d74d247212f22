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

/**
 * Sends events until the source ends, the reader goes, or falls behind by more than 256 KiB (then `event: lagged`).
 * The source is told of the end by its iterator's `return`.
 */
export async function sendEvents(reply: FastifyReply, source: AsyncIterable<ServerEvent>): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\n');
  const heartbeat = setInterval(() => raw.write(': alive\n\n'), HEARTBEAT_MS);
  const iterator = source[Symbol.asyncIterator]();
  raw.once('close', () => void iterator.return?.());
  try {
    for (
      let next = await iterator.next();
      next.done !== true && !raw.destroyed;
      next = await iterator.next()
    ) {
      raw.write(formatEvent(next.value));
      if (raw.writableLength > MAX_UNSENT_BYTES) {
        raw.write(formatEvent({ event: 'lagged', data: {} }));
        break;
      }
    }
  } finally {
    clearInterval(heartbeat);
    raw.end();
    await iterator.return?.();
  }
}

// JSON has no raw line breaks, so one data line is enough; the id must have none either.
function formatEvent({ event, id, data }: ServerEvent): string {
  const idLine = id === undefined ? '' : `id: ${id.replace(/[\r\n]/g, '')}\n`;
  return `event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`;
}
