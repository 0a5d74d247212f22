import { methodNotAllowed } from './errors.ts';
import { READING } from './headers.ts';
import type { HttpServer } from './http-server.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Says of a URL what can be done with it to whoever tries something else, before a body is looked at. */
export function refuseOtherMethods(server: HttpServer, url: string, allowed: string = READING): void {
  const possible = allowed.split(', ');
  server.route({
    method: METHODS.filter((method) => !possible.includes(method)),
    url,
    onRequest: (request, reply) => {
      void reply.header('allow', allowed);
      throw methodNotAllowed({ method: request.method, allowed });
    },
    handler: () => undefined,
  });
}
