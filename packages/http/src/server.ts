import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import type { CodedError } from '@madang/errors';
import type { Logger, Registry } from '@madang/telemetry';
import fastify, {
  LogController,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { errorBody, notFound, toShown } from './errors.ts';
import { measureRequests } from './metrics.ts';
import { setSecurityHeaders } from './security.ts';

export interface ServerOptions {
  readonly log: Logger;
  readonly registry: Registry;
  /**
   * Draws an error as a page for a request that prefers HTML; null = answer JSON.
   * Called with errors that may be shown only.
   */
  readonly drawError?: (error: CodedError, request: FastifyRequest) => string | null;
}

const MIB = 1024 * 1024;

/** Limits that hold for every request. A request that never ends, or whose head never ends, is cut off. */
const LIMITS = {
  bodyLimit: MIB,
  requestTimeout: 30_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 72_000,
  http: { maxHeaderSize: 16 * 1024, headersTimeout: 20_000 },
} as const;

export type HttpServer = Awaited<ReturnType<typeof createServer>>;

/**
 * A Fastify instance with the house's manners: request ids, one shape of error, limits, security headers,
 * open CORS for reading, compression, request metrics by route pattern.
 */
export async function createServer({ log, registry, drawError }: ServerOptions) {
  const options = {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    routerOptions: { maxParamLength: 512, ignoreTrailingSlash: true },
    forceCloseConnections: true,
    frameworkErrors: fail,
    ...LIMITS,
  } satisfies FastifyServerOptions & Record<string, unknown>;
  const server = fastify(options as FastifyServerOptions);

  await server.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'OPTIONS'],
    exposedHeaders: ['etag', 'x-request-id'],
  });
  await server.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // Quality 4 costs about what gzip does and still packs better; the default 11 is for files packed once.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  measureRequests(server, registry);
  server.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(reply);
    void reply.header('x-request-id', request.id);
    done();
  });
  server.setErrorHandler(fail);
  server.setNotFoundHandler((request, reply) => fail(notFound({ path: request.url }), request, reply));
  return server;

  function fail(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const shown = toShown(error, request.id);
    if (shown.status >= 500)
      log.error(
        { err: error, requestId: request.id, method: request.method, path: request.url.slice(0, 500) },
        'request failed',
      );
    setSecurityHeaders(reply);
    void reply.code(shown.status).header('x-request-id', request.id).header('cache-control', 'no-store');
    if (shown.retry === 'later' && shown.status >= 500) void reply.header('retry-after', '5');
    const page = wantsHtml(request) ? (drawError?.(shown, request) ?? null) : null;
    if (page !== null) void reply.type('text/html; charset=utf-8').send(page);
    else
      void reply.type('application/json; charset=utf-8').send(JSON.stringify(errorBody(shown, request.id)));
  }
}

// A caller's own id is kept, so that one id follows a request through several services; anything odd is replaced.
function requestId({ headers }: { headers: Record<string, string | string[] | undefined> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function wantsHtml(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
}
