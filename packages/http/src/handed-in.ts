import type { FastifyReply, FastifyRequest } from 'fastify';
import { badRequest } from './errors.ts';
import { HANDING_IN } from './headers.ts';
import type { HttpServer } from './http-server.ts';
import { refuseOtherMethods } from './methods.ts';
import { refuseOtherOrigins } from './other-origin.ts';

/** A file that came as the body of a request, or in a form. */
export interface HandedIn {
  /** Empty where nothing came. */
  readonly bytes: Uint8Array;
  /** What its owner calls it, where that was said; anything may stand in it. */
  readonly name: string | null;
}

export interface Receiver {
  readonly url: string;
  /** Bytes that a body may have. */
  readonly limit: number;
  /** Methods that are possible there; `POST` alone unless told. */
  readonly allowed?: string;
  answer(request: FastifyRequest, reply: FastifyReply, file: HandedIn): Promise<unknown>;
}

/**
 * Takes a file by POST: the body as it is, whatever its type says, or the first file of a form (`multipart/form-data`). It is held in
 * memory and written nowhere. Pages of other sites are refused.
 */
export function receiveFile(server: HttpServer, { url, limit, allowed, answer }: Receiver): void {
  // In a scope of its own: elsewhere a body is JSON.
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, taken) => taken(null, body));
    scope.route({
      method: 'POST',
      url,
      bodyLimit: limit,
      onRequest: (request, _reply, next) => {
        refuseOtherOrigins(request);
        next();
      },
      handler: async (request, reply) => answer(request, reply, await fileOf(request)),
    });
    done();
  });
  refuseOtherMethods(server, url, allowed ?? HANDING_IN);
}

async function fileOf({ body, headers }: FastifyRequest): Promise<HandedIn> {
  const bytes = Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array();
  const type = headers['content-type'] ?? '';
  return /^multipart\/form-data\b/i.test(type) ? fileInForm(bytes, type) : { bytes, name: null };
}

async function fileInForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<HandedIn> {
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch((error: unknown) => {
      throw badRequest({ reason: 'its body is no whole form' }, error);
    });
  const file = [...form.values()].find((value) => typeof value !== 'string');
  if (file === undefined) return { bytes: new Uint8Array(), name: null };
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name === '' ? null : file.name };
}
