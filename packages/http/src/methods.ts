import { methodNotAllowed } from './errors.ts';
import { READING } from './headers.ts';
import type { HttpServer } from './http-server.ts';

const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Says of a URL that can only be read that it can only be read, before a body is looked at. */
export function refuseOtherMethods(server: HttpServer, url: string): void {
  server.route({
    method: WRITING,
    url,
    onRequest: (request, reply) => {
      void reply.header('allow', READING);
      throw methodNotAllowed({ method: request.method, allowed: READING });
    },
    handler: () => undefined,
  });
}
