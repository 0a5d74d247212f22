import {
  type FastifySchema,
  refuseOtherMethods,
  sendEvents,
  type FastifyRequest,
  type HttpServer,
} from '@madang/http';
import type { Answer, AnswerContext, Live } from '../answer/answer.ts';
import { exportList, MEDIA_TYPES, type ExportFormat } from '../answer/export.ts';
import { readInput } from '../answer/input.ts';
import { jsonSchemaOf } from '../answer/json-schema.ts';
import { isUnchanged } from './etag.ts';

export function apiPrefix(system: string): string {
  return `/api/${system}/v1`;
}

/** Serves an answer to programs: JSON, and for a list CSV and JSON Lines. */
export function mountAnswer(
  server: HttpServer,
  prefix: string,
  answer: Answer,
  context: AnswerContext,
  release: string,
): void {
  const url = prefix + answer.path;
  // Compiled once from the schema of the reply: hot lists are not walked by JSON.stringify.
  const schema: FastifySchema = { response: { 200: jsonSchemaOf(answer.reply, 'output') } };
  server.get(url, { schema }, async (request, reply) => {
    const input = readInput(answer, request.params, request.query);
    const format = answer.list === null ? 'json' : formatOf(request, input);
    if (answer.list !== null) void reply.header('vary', 'accept');
    if (await isUnchanged(request, reply, answer, context, input, [release, request.url, format]))
      return reply.code(304).send();
    if (answer.list === null || format === 'json') return answer.load(context, input);
    const stream = await exportList(format, answer.list, context, input);
    const name = `${url.split('/').slice(-1)[0] ?? 'list'}.${format}`;
    // A stream is not serialised by the schema; it goes out as it is.
    return reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(stream);
  });
  refuseOtherMethods(server, url);
}

/** Serves a stream of events. */
export function mountLive(server: HttpServer, prefix: string, live: Live, context: AnswerContext): void {
  const url = prefix + live.path;
  server.get(url, { config: { endless: true } }, async (request, reply) => {
    const given = request.headers['last-event-id'];
    const lastEventId = typeof given === 'string' ? given : null;
    await sendEvents(reply, (signal) => live.open(context, { lastEventId, signal }));
  });
  refuseOtherMethods(server, url);
}

function formatOf(request: FastifyRequest, input: Record<string, unknown>): 'json' | ExportFormat {
  const asked = input['format'] as 'json' | ExportFormat | undefined;
  if (asked !== undefined) return asked;
  const accept = request.headers.accept ?? '';
  if (accept.includes('text/csv')) return 'csv';
  return /application\/(jsonl|x-ndjson|x-jsonlines)/.test(accept) ? 'jsonl' : 'json';
}
