import { refuseOtherMethods } from './methods.ts';
import type { HttpServer } from './http-server.ts';

/** Something to serve at a URL that changes when its content does, so that it may be kept for ever. */
export type Served =
  | { readonly url: string; readonly type: string; readonly body: string }
  /** Every file below `folder`, under the URL prefix `url`, which ends with a slash. */
  | { readonly url: string; readonly folder: string };

const YEAR_SECONDS = 365 * 24 * 3600;
const FOR_EVER = `public, max-age=${YEAR_SECONDS}, immutable`;

/** Serves texts and folders: no directory lists, no dot files, nothing outside a folder. */
export async function serveFiles(server: HttpServer, served: readonly Served[]): Promise<void> {
  const { default: fastifyStatic } = await import('@fastify/static');
  for (const one of served) {
    if ('folder' in one) {
      await server.register(fastifyStatic, {
        root: one.folder,
        prefix: one.url,
        decorateReply: false,
        index: false,
        dotfiles: 'ignore',
        maxAge: YEAR_SECONDS * 1000,
        immutable: true,
      });
      refuseOtherMethods(server, `${one.url}*`);
    } else {
      server.get(one.url, (_request, reply) =>
        reply.type(one.type).header('cache-control', FOR_EVER).send(one.body),
      );
      refuseOtherMethods(server, one.url);
    }
  }
}
