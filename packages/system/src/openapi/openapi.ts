import type { z } from 'zod';
import type { Answer, Live } from '../answer/answer.ts';
import { MEDIA_TYPES } from '../answer/export.ts';
import type { Upload } from '../answer/upload.ts';
import { jsonSchemaOf, type JsonSchema } from '../answer/json-schema.ts';
import { apiPrefix, type System } from '../define-system.ts';
import { createComponents, type Components } from './components.ts';

export type OpenApi = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of a system, from the schemas that validate and serialise. It is committed as `openapi.json`. */
export function openApiOf(system: System): OpenApi {
  const components = createComponents({ Error: ERROR });
  const operations = [
    ...system.answers.map(
      ({ path, ...answer }) => [path, { get: answerOperation(answer, components) }] as const,
    ),
    ...(system.live ?? []).map(
      ({ path, ...live }) => [path, { get: liveOperation(live, components) }] as const,
    ),
    ...(system.uploads ?? []).map(
      ({ path, ...upload }) => [path, { post: uploadOperation(upload, components) }] as const,
    ),
  ];
  const paths = operations.map(([path, item]) => [openPath(apiPrefix(system.name) + path), item]);
  return {
    openapi: '3.1.0',
    info: { title: `Madang ${system.name}`, description: system.summary.en, version: 'v1' },
    paths: Object.fromEntries(paths) as OpenApi,
    components: { schemas: components.schemas },
  };
}

function openPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function answerOperation(answer: Omit<Answer, 'path'>, components: Components): OpenApi {
  const text = { schema: { type: 'string' } };
  const content = {
    'application/json': { schema: components.refer(jsonSchemaOf(answer.reply, 'output')) },
    ...(answer.list === null ? {} : { [typeOf('csv')]: text, [typeOf('jsonl')]: text }),
  };
  return {
    operationId: answer.operationId,
    summary: answer.summary.en,
    parameters: [
      ...parametersOf('path', answer.params, components),
      ...parametersOf('query', answer.query, components),
    ],
    responses: {
      200: { description: 'The answer.', content },
      ...(answer.version === 'volatile' ? {} : { 304: { description: 'Not changed since the ETag given.' } }),
      default: FAILURE,
    },
  };
}

function liveOperation(live: Omit<Live, 'path'>, components: Components): OpenApi {
  const events = Object.entries(live.events).map(([name, schema]) => [
    name,
    components.refer(jsonSchemaOf(schema, 'output')),
  ]);
  return {
    operationId: live.operationId,
    summary: live.summary.en,
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'The id of the last event seen, to go on after it.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: {
        description: 'Server-sent events; the data of each kind is described by x-events.',
        content: {
          'text/event-stream': {
            schema: { type: 'string' },
            'x-events': Object.fromEntries(events) as OpenApi,
          },
        },
      },
      default: FAILURE,
    },
  };
}

function uploadOperation(upload: Omit<Upload, 'path'>, components: Components): OpenApi {
  const reply = components.refer(jsonSchemaOf(upload.reply, 'output'));
  const progress = components.refer(jsonSchemaOf(upload.progress, 'output'));
  const failed = { $ref: '#/components/schemas/Error' };
  const bytes = { schema: { type: 'string', format: 'binary' } };
  return {
    operationId: upload.operationId,
    summary: upload.summary.en,
    parameters: parametersOf('query', upload.query, components),
    requestBody: {
      description: upload.takes.en,
      content: {
        'application/octet-stream': bytes,
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
        },
      },
    },
    responses: {
      200: {
        description: 'The answer; as events with what leads to it, the answer itself being the last one.',
        content: {
          'application/json': { schema: reply },
          'text/event-stream': {
            schema: { type: 'string' },
            'x-events': { progress, [upload.replyEvent]: reply, failed },
          },
        },
      },
      default: FAILURE,
    },
  };
}

function parametersOf(place: 'path' | 'query', schema: z.ZodObject, components: Components): OpenApi[] {
  const { properties = {}, required = [] } = components.refer(jsonSchemaOf(schema, 'input')) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: property,
  }));
}

function typeOf(format: keyof typeof MEDIA_TYPES): string {
  return MEDIA_TYPES[format].split(';', 1)[0] ?? '';
}

const FAILURE = {
  description: 'What went wrong and what to do.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};

const ERROR: JsonSchema = {
  type: 'object',
  required: ['error', 'requestId'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'details'],
      properties: { code: { type: 'string' }, message: { type: 'string' }, details: { type: 'object' } },
    },
    requestId: { type: 'string' },
  },
};
