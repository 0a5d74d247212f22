import { isUtf8 } from 'node:buffer';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CodedError, printable } from '@madang/errors';
import { Pool, type Dispatcher } from 'undici';
import { retryAfterMs } from './back-off.ts';
import { linkAbort } from './linked-abort.ts';
import { nodeAnswerDamaged, nodeNotIcon, nodeTimeout, nodeUnreachable, type NodeError } from './errors.ts';
import { senderHeaders, shownUrl } from './node-url.ts';

/** The node's answer to one HTTP request. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfterMs: number | undefined;
  readonly body: string;
}

/** Thrown when an answer is larger than the bound; the caller knows what it asked and how to ask for less. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

/** Where to send requests, and the bounds of an answer. */
export interface TransportSettings {
  /** Address of the node's JSON-RPC interface; may hold a user name and password. */
  readonly url: URL;
  /** Connections kept open. */
  readonly connections: number;
  /** From sending a request to the last byte of its answer. */
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
}

/** Sends requests to one node. */
export interface Transport {
  /** The address without password, for messages. */
  readonly shownUrl: string;
  readonly post: (body: string, signal: AbortSignal) => Promise<HttpAnswer>;
  readonly close: () => Promise<void>;
}

/** Posts JSON to one node over kept connections; every answer is bounded in time and size. */
export function createTransport({
  url,
  connections,
  timeoutMs,
  maxAnswerBytes,
}: TransportSettings): Transport {
  const pool = new Pool(url.origin, {
    connections,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMs },
  });
  const request = { path: url.pathname + url.search, method: 'POST' as const, headers: headersFor(url) };
  const shown = shownUrl(url);

  async function exchange(body: string, signal: AbortSignal): Promise<HttpAnswer> {
    const response = await pool.request({ ...request, body, signal });
    const bytes = await readBounded(response, maxAnswerBytes);
    if (!isUtf8(bytes)) throw nodeAnswerDamaged({ url: shown, found: 'not UTF-8 text' });
    return {
      status: response.statusCode,
      contentType: headerOf(response, 'content-type') ?? '',
      retryAfterMs: retryAfterMs(headerOf(response, 'retry-after')),
      body: bytes.toString('utf8'),
    };
  }

  return {
    shownUrl: shown,
    async post(body, signal) {
      const deadline = linkAbort(signal);
      const late = () => deadline.abort(nodeTimeout({ url: shown, seconds: timeoutMs / 1000 }));
      const timer = setTimeout(late, timeoutMs);
      try {
        return await exchange(body, deadline.signal);
      } catch (error) {
        deadline.signal.throwIfAborted();
        throw isConnectionTrouble(error) ? connectionError(shown, error) : error;
      } finally {
        clearTimeout(timer);
        deadline.release();
      }
    },
    close: () => pool.destroy(),
  };
}

async function readBounded({ headers, body }: Dispatcher.ResponseData, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const packed = headers['content-encoding'] === 'gzip';
  // What breaks in a pipeline comes out of its last stream, which is read here.
  const plain = packed ? pipeline(body, createGunzip(), () => undefined) : body;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new AnswerTooLarge(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}

// On the same machine compression only costs; the node would compress with the processor that it needs to answer.
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function headersFor(url: URL): Record<string, string> {
  const headers = { 'content-type': 'application/json', ...senderHeaders(url) };
  return LOOPBACK.test(url.hostname) ? headers : { ...headers, 'accept-encoding': 'gzip' };
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

// undici and Node mark every fault of a connection with a code, ECONNREFUSED, UND_ERR_SOCKET, Z_DATA_ERROR, …; only that
// of something that does not speak HTTP may be left undefined.
function isConnectionTrouble(error: unknown): error is Error & { code: string | undefined } {
  return error instanceof Error && !(error instanceof CodedError) && 'code' in error;
}

function connectionError(url: string, error: Error & { code: string | undefined }): NodeError {
  const { name, message, code = name } = error;
  const reason = printable(message === '' ? code : message, 200);
  if (name === 'HTTPParserError') return nodeNotIcon({ url, found: `no HTTP (${reason})` }, error);
  if (code.startsWith('Z_'))
    return nodeAnswerDamaged({ url, found: `cannot be unpacked (${reason})` }, error);
  return nodeUnreachable({ url, reason }, error);
}
