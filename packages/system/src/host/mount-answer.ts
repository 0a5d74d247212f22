import { Readable } from 'node:stream';
import {
  preferencesOf,
  refuseOtherMethods,
  type FastifyReply,
  type FastifyRequest,
  type FastifySchema,
  type HttpServer,
} from '@madang/http';
import type { Answer, AnswerContext, ListSource } from '../answer/answer.ts';
import { exportList, MEDIA_TYPES, type ExportFormat } from '../answer/export.ts';
import { checkFit } from '../answer/fit.ts';
import { readInput } from '../answer/input.ts';
import { serializerSchemaOf } from '../answer/json-schema.ts';
import { isUnchanged } from './etag.ts';

export interface AnswerHost {
  /** Address before the answer's path. */
  readonly prefix: string;
  readonly context: AnswerContext;
  readonly release: string;
}

/** Serves an answer to programs: JSON, and for a list CSV and JSON Lines. */
export function mountAnswer(server: HttpServer, host: AnswerHost, answer: Answer): void {
  const { operationId, list } = answer;
  const url = host.prefix + answer.path;
  const schema = serializerSchemaOf(answer.reply);
  const sendList = list === null ? null : listSender(host, answer, list);
  // Compiled once from the schema of the reply: hot lists are not walked by JSON.stringify.
  const compiled: FastifySchema = { response: { 200: schema } };
  server.get(url, { schema: compiled }, async (request, reply) => {
    const input = readInput(answer, request.params, request.query);
    const format = sendList === null ? 'json' : formatOf(request, input);
    if (sendList !== null) void reply.header('vary', 'accept');
    const variant = [host.release, request.url, format];
    if (await isUnchanged(request, reply, answer, host.context, input, variant))
      return reply.code(304).send();
    if (sendList !== null && format !== 'json') return sendList(request, reply, input, format);
    const loaded = await answer.load(host.context, input);
    checkFit(request, operationId, schema, loaded);
    return loaded;
  });
  refuseOtherMethods(server, url);
}

function listSender({ context }: AnswerHost, { operationId, path }: Answer, list: ListSource) {
  const schema = serializerSchemaOf(list.item);
  const name = path.split('/').findLast((part) => part !== '' && !part.startsWith(':')) ?? 'list';
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    input: Record<string, unknown>,
    format: ExportFormat,
  ): Promise<FastifyReply> => {
    const check = (item: unknown): void => checkFit(request, operationId, schema, item);
    // Who asks for the head alone is not worth reading a whole list for.
    const body =
      request.method === 'HEAD'
        ? Readable.from([])
        : await exportList({ format, list, context, input, check, requestId: request.id });
    return reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', `attachment; filename="${name}.${format}"`)
      .send(body);
  };
}

type Format = 'json' | ExportFormat;

const FORMATS = new Map<string, Format>([
  ['application/json', 'json'],
  ['application/*', 'json'],
  ['*/*', 'json'],
  ['text/csv', 'csv'],
  ['application/jsonl', 'jsonl'],
  ['application/x-ndjson', 'jsonl'],
  ['application/x-jsonlines', 'jsonl'],
]);

function formatOf(request: FastifyRequest, input: Record<string, unknown>): Format {
  const asked = input['format'] as Format | undefined;
  if (asked !== undefined) return asked;
  const known = preferencesOf(request.headers.accept).map((type) => FORMATS.get(type));
  return known.find((format) => format !== undefined) ?? 'json';
}
