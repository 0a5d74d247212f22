import type { FastifyInstance } from 'fastify';

/** A Fastify instance with the house's manners; `createServer` makes it. */
export type HttpServer = FastifyInstance;

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted when the server is about to close: streams without an end have to end by themselves. */
    readonly closing: AbortSignal;
  }

  interface FastifyContextConfig {
    /** The route answers with a stream that ends when its reader goes. */
    readonly endless?: boolean;
  }
}
