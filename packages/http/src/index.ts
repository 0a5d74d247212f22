export {
  addressTooLong,
  badRequest,
  headersTooLarge,
  inputInvalid,
  internal,
  mediaTypeUnsupported,
  methodNotAllowed,
  notFound,
  otherOrigin,
  requestTimeout,
  tooLarge,
} from './errors.ts';
export type { InputIssue } from './errors.ts';
export { sendEvents } from './events.ts';
export type { SendOptions, ServerEvent } from './events.ts';
export { errorBody, toShown } from './failure.ts';
export type { ErrorBody, Shown } from './failure.ts';
export { serveFiles } from './files.ts';
export type { Served } from './files.ts';
export { receiveFile } from './handed-in.ts';
export type { HandedIn, Receiver } from './handed-in.ts';
export { READING_AND_HANDING_IN } from './headers.ts';
export type { HttpServer } from './http-server.ts';
export { refuseOtherMethods } from './methods.ts';
export { startOperations } from './operations.ts';
export type { OperationsOptions, OperationsServer } from './operations.ts';
export { preferencesOf } from './preferences.ts';
export { createServer } from './server.ts';
export type { ServerOptions } from './server.ts';
export type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
