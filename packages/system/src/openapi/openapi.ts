import type { z } from 'zod';
import type { Answer, Live } from '../answer/answer.ts';
import { jsonSchemaOf, type JsonSchema } from '../answer/json-schema.ts';
import type { System } from '../define-system.ts';
import { apiPrefix } from '../host/mount-answer.ts';

export type OpenApi = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of a system, from the schemas that validate and serialise. It is committed as `openapi.json`. */
export function openApiOf(system: System): OpenApi {
  const prefix = apiPrefix(system.name);
  const schemas: Record<string, JsonSchema> = { Error: ERROR };
  const paths: Record<string, unknown> = {};
  for (const answer of system.answers)
    paths[openPath(prefix + answer.path)] = { get: answerOperation(answer, schemas) };
  for (const live of system.live ?? [])
    paths[openPath(prefix + live.path)] = { get: liveOperation(live, schemas) };
  return {
    openapi: '3.1.0',
    info: { title: `Madang ${system.name}`, description: system.summary.en, version: 'v1' },
    paths,
    components: { schemas },
  };
}

function openPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function answerOperation(answer: Answer, schemas: Record<string, JsonSchema>): OpenApi {
  const content: Record<string, unknown> = {
    'application/json': { schema: named(jsonSchemaOf(answer.reply, 'output'), schemas) },
  };
  if (answer.list !== null) {
    content['text/csv'] = { schema: { type: 'string' } };
    content['application/jsonl'] = { schema: { type: 'string' } };
  }
  return {
    operationId: answer.operationId,
    summary: answer.summary.en,
    parameters: [...parametersOf('path', answer.params), ...parametersOf('query', answer.query)],
    responses: {
      200: { description: 'The answer.', content },
      ...(answer.version === 'volatile' ? {} : { 304: { description: 'Not changed since the ETag given.' } }),
      default: {
        description: 'What went wrong and what to do.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function liveOperation(live: Live, schemas: Record<string, JsonSchema>): OpenApi {
  const events = Object.fromEntries(
    Object.entries(live.events).map(([name, schema]) => [
      name,
      named(jsonSchemaOf(schema, 'output'), schemas),
    ]),
  );
  return {
    operationId: live.operationId,
    summary: live.summary.en,
    parameters: [{ name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } }],
    responses: {
      200: {
        description: 'Server-sent events.',
        content: { 'text/event-stream': { schema: { type: 'string' }, 'x-events': events } },
      },
    },
  };
}

function parametersOf(place: 'path' | 'query', schema: z.ZodObject): OpenApi[] {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input') as {
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

// A schema with an id (`.meta({ id: 'Block' })`) stands among the definitions of each schema that uses it; here it is
// written once, under components, and referred to from everywhere.
function named({ $defs = {}, ...schema }: JsonSchema, schemas: Record<string, JsonSchema>): JsonSchema {
  for (const [id, definition] of Object.entries($defs as Record<string, JsonSchema>)) {
    const { id: _, ...described } = definition;
    schemas[id] = pointToComponents(described) as JsonSchema;
  }
  return pointToComponents(schema) as JsonSchema;
}

function pointToComponents(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pointToComponents);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key === '$ref' ? String(value).replace('#/$defs/', '#/components/schemas/') : pointToComponents(value),
  ]);
  return Object.fromEntries(entries);
}

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
