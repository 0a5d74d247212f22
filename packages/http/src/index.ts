export {
  badRequest,
  errorBody,
  inputInvalid,
  internal,
  methodNotAllowed,
  notFound,
  toShown,
  tooLarge,
} from './errors.ts';
export type { ErrorBody } from './errors.ts';
export { sendEvents } from './events.ts';
export type { ServerEvent } from './events.ts';
export { serveFiles } from './files.ts';
export type { Served } from './files.ts';
export { startOperations } from './operations.ts';
export type { OperationsOptions, OperationsServer } from './operations.ts';
export { createServer } from './server.ts';
export type { HttpServer, ServerOptions } from './server.ts';
export type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
