import { setMaxListeners } from 'node:events';
import { constants } from 'node:zlib';
import type { Logger, Registry } from '@madang/telemetry';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { checkAddress } from './address.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { methodNotAllowed, notFound } from './errors.ts';
import { errorBody, toShown, type Shown } from './failure.ts';
import { EVERY_ANSWER, PREFLIGHT, READING } from './headers.ts';
import type { HttpServer } from './http-server.ts';
import { LIMITS } from './limits.ts';
import { measureRequests } from './metrics.ts';
import { preferencesOf } from './preferences.ts';
import { requestIdOf } from './request-id.ts';

export interface ServerOptions {
  readonly log: Logger;
  readonly registry: Registry;
  /** Addresses and networks, with commas between them, of proxies whose word about who asks is believed; nobody's unless told. */
  readonly trustedProxies?: string | null;
  /** Draws a failure as a page for somebody who prefers HTML and did not ask below `/api/`. */
  readonly drawError?: (error: Shown, request: FastifyRequest) => string;
}

const COMPRESS_FROM_BYTES = 1024;

/**
 * A Fastify instance with the house's manners: request ids, one shape of error, limits, security headers,
 * CORS open for reading, compression, request metrics by route pattern.
 */
export async function createServer(options: ServerOptions): Promise<HttpServer> {
  // Loaded when there is a server to make: most processes of the house have none, and start sooner without.
  const { fastify, LogController } = await import('fastify');
  const { default: compress } = await import('@fastify/compress');
  const { log, registry } = options;
  const logger: FastifyBaseLogger = log;
  const fail = failWith(options);
  const server: HttpServer = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    trustProxy: options.trustedProxies ?? false,
    routerOptions: { maxParamLength: LIMITS.parameter, ignoreTrailingSlash: true },
    bodyLimit: LIMITS.body,
    requestTimeout: LIMITS.requestMs,
    connectionTimeout: LIMITS.silenceMs,
    keepAliveTimeout: LIMITS.keepAliveMs,
    http: { maxHeaderSize: LIMITS.head, headersTimeout: LIMITS.headMs },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: fail,
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, log),
    // Of the schemas here only those of replies are compiled, and a reply is to be looked at, not to be mended.
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: false,
        strict: false,
        strictNumbers: true,
      },
    },
  });

  server.addHook('onRequest', greet);
  closeInTime(server);
  measureRequests(server, registry);
  await server.register(compress, {
    threshold: COMPRESS_FROM_BYTES,
    encodings: ['br', 'gzip'],
    // Quality 4 costs about what gzip does and still packs better; the default 11 is for files packed once.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  server.setErrorHandler(fail);
  server.setNotFoundHandler((request, reply) => fail(nothingThere(request), request, reply));
  return server;
}

const SWEEP_MS = 20;

function closeInTime(server: HttpServer): void {
  const closing = new AbortController();
  // One for each stream; there is no number of readers that would be a leak.
  setMaxListeners(0, closing.signal);
  server.decorate('closing', closing.signal);
  server.addHook('preClose', (done) => {
    closing.abort();
    // A connection that was answering becomes idle only later; then nobody would close it until its time is out.
    const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_MS);
    const cut = setTimeout(() => server.server.closeAllConnections(), LIMITS.drainMs);
    server.server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
    done();
  });
}

/** The first thing that happens to a request. */
function greet(request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
  void reply.headers({ ...EVERY_ANSWER, 'x-request-id': request.id });
  if (request.method === 'OPTIONS') {
    void reply.code(204).headers(PREFLIGHT).send();
    return;
  }
  checkAddress(request.url);
  done();
}

const MAY_BE_SOMEWHERE = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

function nothingThere({ method, url }: FastifyRequest): Error {
  return MAY_BE_SOMEWHERE.has(method)
    ? notFound({ path: url })
    : methodNotAllowed({ method, allowed: READING });
}

const RETRY_SECONDS = 5;

/** An error that knows better says so in its details. */
function retryAfter({ details }: Shown): string {
  const { retryAfterSeconds } = details as { readonly retryAfterSeconds?: unknown };
  return String(Number.isSafeInteger(retryAfterSeconds) ? retryAfterSeconds : RETRY_SECONDS);
}

/** Sends a failure: as JSON, or drawn for somebody who looks. */
function failWith({ log, drawError }: ServerOptions) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const { method, url, headers, id: requestId } = request;
    const { bodyLimit } = request.routeOptions;
    const shown = toShown(error, { id: requestId, url, contentType: headers['content-type'], bodyLimit });
    if (shown.status >= 500)
      log.error({ err: error, requestId, method, path: url.slice(0, 500) }, 'request failed');
    // Headers of the answer that it did not become.
    for (const name of ['etag', 'content-disposition', 'content-encoding', 'content-length'])
      void reply.removeHeader(name);
    void reply
      .code(shown.status)
      .headers({ ...EVERY_ANSWER, 'x-request-id': requestId, 'cache-control': 'no-store' });
    if (shown.later && (shown.status >= 500 || shown.status === 429))
      void reply.header('retry-after', retryAfter(shown));
    const page = drawError === undefined || !wantsPage(request) ? null : drawError(shown, request);
    if (page !== null) void reply.type('text/html; charset=utf-8').send(page);
    else void reply.type('application/json; charset=utf-8').send(JSON.stringify(errorBody(shown, requestId)));
  };
}

function wantsPage({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && preferencesOf(headers.accept).includes('text/html');
}
