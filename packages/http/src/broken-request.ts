import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from '@madang/telemetry';
import { errorBody, toShown } from './failure.ts';
import { EVERY_ANSWER } from './headers.ts';
import { requestIdOf } from './request-id.ts';

/** Answers what could not even be parsed as a request, in the shape of every other failure, and closes the connection. */
export function answerBrokenRequest(
  error: Error & { readonly code?: string },
  socket: Socket,
  log: Logger,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const id = requestIdOf({ headers: {} });
  const shown = toShown(error, { id });
  log.debug({ code: error.code, requestId: id }, 'broken request');
  socket.end(rawAnswer(shown.status, id, JSON.stringify(errorBody(shown, id))));
}

function rawAnswer(status: number, id: string, body: string): string {
  const headers = {
    ...EVERY_ANSWER,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-request-id': id,
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}
