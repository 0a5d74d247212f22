import { CodedError } from '@madang/errors';
import {
  errorBody,
  preferencesOf,
  READING_AND_HANDING_IN,
  receiveFile,
  sendEvents,
  toShown,
  type FastifyReply,
  type FastifyRequest,
  type HandedIn,
  type HttpServer,
  type ServerEvent,
} from '@madang/http';
import { drawDocument } from '@madang/web/host';
import { h } from 'preact';
import type { AnswerContext } from '../answer/answer.ts';
import { checkFit } from '../answer/fit.ts';
import { readInput } from '../answer/input.ts';
import { serializerSchemaOf } from '../answer/json-schema.ts';
import { NO_PARAMS, type Upload, type UploadDrawing, type UploadPage } from '../answer/upload.ts';
import { apiPrefix } from '../define-system.ts';
import { readChoices } from './choices.ts';
import { frameOf } from './frame.ts';
import type { AnswerHost } from './mount-answer.ts';
import { pageUrl, sendPage, type PageHost } from './mount-page.ts';
import { eventsUntil, progressNotes, type ProgressNotes } from './progress-events.ts';

/** Takes files from programs and answers about them: in JSON, or as events. */
export function mountUpload(server: HttpServer, { prefix, context }: AnswerHost, upload: Upload): void {
  const ask = asking(context, upload);
  receiveFile(server, {
    url: prefix + upload.path,
    limit: upload.limit,
    answer: async (request, reply, file) => {
      const input = readInput({ params: NO_PARAMS, query: upload.query }, {}, request.query);
      void reply.header('cache-control', 'no-store').header('vary', 'accept');
      const isFollowed = preferencesOf(request.headers.accept)[0] === 'text/event-stream';
      if (isFollowed)
        return sendProgress(request, reply, upload, (notes) => ask(request, reply, { input, file, notes }));
      const answered = await ask(request, reply, { input, file });
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(answered));
    },
  });
}

/** Serves the page of an upload: its form by GET, and what is handed in there by POST. */
export function mountUploadPage(server: HttpServer, host: PageHost, upload: Upload, page: UploadPage): void {
  const ask = asking(host.context, upload);
  const url = pageUrl(host.system, page.path);
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    file: HandedIn,
  ): Promise<FastifyReply> => {
    const choices = readChoices(request, reply, host.frame.lang);
    const { lang: _lang, theme: _theme, ...own } = request.query as Record<string, unknown>;
    const asked = { ...own, ...page.asks(choices.lang) };
    const input = readInput({ params: NO_PARAMS, query: upload.query }, {}, asked);
    const isAsked = request.method === 'POST' || !upload.needsFile(input);
    const outcome = isAsked ? await tried(() => ask(request, reply, { input, file })) : NOTHING_YET;
    const frame = frameOf(request, choices, host.system, host.frame);
    const drawing = { ...outcome, frame, api: apiPrefix(host.system.name) + upload.path };
    void reply.code(outcome.status).header('cache-control', isAsked ? 'no-store' : 'no-cache');
    return sendPage(
      reply,
      drawDocument({
        frame,
        title: page.title(choices.lang, outcome.reply),
        assets: host.assets,
        body: h(page.draw, drawing),
      }),
    );
  };
  server.get(url, (request, reply) => answer(request, reply, { bytes: new Uint8Array(), name: null }));
  receiveFile(server, { url, limit: upload.limit, allowed: READING_AND_HANDING_IN, answer });
}

type Outcome = Pick<UploadDrawing<unknown>, 'reply' | 'failure'> & { readonly status: number };

const NOTHING_YET: Outcome = { reply: null, failure: null, status: 200 };

/** What the asker can mend is told on the page; anything else is an error like every other. */
async function tried(ask: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { reply: await ask(), failure: null, status: 200 };
  } catch (error) {
    if (!(error instanceof CodedError) || error.status >= 500) throw error;
    const { code, message, status } = error;
    return { reply: null, failure: { code, message }, status };
  }
}

interface Asked {
  readonly input: Record<string, unknown>;
  readonly file: HandedIn;
  readonly notes?: ProgressNotes;
}

function asking(context: AnswerContext, upload: Upload) {
  const reply = serializerSchemaOf(upload.reply);
  const progress = serializerSchemaOf(upload.progress);
  return async (
    request: FastifyRequest,
    raw: FastifyReply,
    { input, file, notes }: Asked,
  ): Promise<unknown> => {
    const tell = (data: unknown): void => {
      checkFit(request, `progress of ${upload.operationId}`, progress, data);
      notes?.tell(data);
    };
    const { ip: from } = request;
    const answered = await upload.answer(context, input, {
      file,
      from,
      signal: untilGone(raw),
      progress: tell,
    });
    checkFit(request, upload.operationId, reply, answered);
    return answered;
  };
}

/** Aborted when the asker has gone, or the server is about to. */
function untilGone({ raw, server }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  raw.once('close', leave);
  server.closing.addEventListener('abort', leave, { signal: gone.signal });
  return gone.signal;
}

/** What fails before there is anything to tell fails as any request does; after that, in the last event. */
async function sendProgress(
  request: FastifyRequest,
  reply: FastifyReply,
  { replyEvent }: Upload,
  start: (notes: ProgressNotes) => Promise<unknown>,
): Promise<void> {
  const notes = progressNotes();
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const answered = start({
    ...notes,
    tell(data) {
      begin();
      notes.tell(data);
    },
  });
  await Promise.race([answered, begun]);
  const ended = answered.then(
    (data): ServerEvent => ({ event: replyEvent, data }),
    (error: unknown): ServerEvent => ({ event: 'failed', data: failureOf(error, request) }),
  );
  await sendEvents(reply, () => eventsUntil(notes, ended), { patient: true });
}

function failureOf(error: unknown, request: FastifyRequest) {
  const { id, url, log } = request;
  const shown = toShown(error, { id, url });
  if (shown.status >= 500)
    log.error({ err: error, requestId: id, path: url.slice(0, 500) }, 'request failed');
  return errorBody(shown, id);
}
