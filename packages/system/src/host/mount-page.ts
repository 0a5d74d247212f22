import { refuseOtherMethods, type FastifyReply, type FastifyRequest, type HttpServer } from '@madang/http';
import type { Frame } from '@madang/web';
import { drawDocument, type PageAssets } from '@madang/web/host';
import { h } from 'preact';
import type { Answer, AnswerContext } from '../answer/answer.ts';
import { readInput } from '../answer/input.ts';
import { apiPrefix, type System } from '../define-system.ts';
import type { Page } from '../pages/page.ts';
import { readChoices } from './choices.ts';
import { isUnchanged } from './etag.ts';
import { frameOf, type FrameSettings } from './frame.ts';

export interface PageHost {
  readonly system: System;
  readonly context: AnswerContext;
  readonly assets: PageAssets;
  readonly frame: FrameSettings;
  readonly release: string;
}

/** Serves the page that draws an answer. */
export function mountPage(server: HttpServer, host: PageHost, answer: Answer, page: Page): void {
  const url = pageUrl(host.system, page.path);
  server.get(url, async (request, reply) => {
    const choices = readChoices(request, reply, host.frame.lang);
    const frame = frameOf(request, choices, host.system, host.frame);
    const { lang: _lang, theme: _theme, ...filters } = request.query as Record<string, unknown>;
    const input = readInput(answer, request.params, filters);
    const variant = [host.release, request.url, choices.lang, choices.theme];
    if (await isUnchanged(request, reply, answer, host.context, input, variant))
      return reply.code(304).send();
    // A page has an age and a banner on it even when what it shows is sealed: it may be kept, but must be asked for again.
    if (answer.version !== 'volatile') void reply.header('cache-control', 'no-cache');
    return sendPage(reply, await draw(host, answer, page, frame, input, request));
  });
  refuseOtherMethods(server, url);
}

async function draw(
  host: PageHost,
  answer: Answer,
  page: Page,
  frame: Frame,
  input: Record<string, unknown>,
  request: FastifyRequest,
): Promise<string> {
  const [reply, banner] = await Promise.all([
    answer.load(host.context, input),
    page.banner === false ? null : host.system.banner?.(host.context),
  ]);
  const api =
    apiPrefix(host.system.name) +
    fillPath(answer.path, request.params as Record<string, string>) +
    (frame.query === '' ? '' : `?${frame.query}`);
  return drawDocument({
    frame,
    title: page.title(frame.lang, reply, input),
    assets: host.assets,
    body: [banner, h(page.draw, { reply, input, frame, api })],
  });
}

/** Address of a page of a system. */
export function pageUrl({ name }: System, path: `/${string}`): string {
  return path === '/' ? `/${name}` : `/${name}${path}`;
}

export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(html);
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
