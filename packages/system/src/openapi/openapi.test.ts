import { describe, expect, it } from 'vitest';
import { createDemo } from '../../test/demo/demo.ts';
import { openApiOf } from './openapi.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Record<string, unknown>;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly description: string; readonly content: Record<string, unknown> };
  readonly responses: Record<
    string,
    { readonly description: string; readonly content?: Record<string, unknown> }
  >;
}

// Through JSON, since that is how it is read.
const document = JSON.parse(JSON.stringify(openApiOf(createDemo().system))) as {
  readonly openapi: string;
  readonly info: Record<string, string>;
  readonly paths: Record<string, { readonly get: Operation } | { readonly post: Operation }>;
  readonly components: { readonly schemas: Record<string, unknown> };
};
const operations = Object.entries(document.paths).map(([path, item]) => ({
  path,
  ...('get' in item ? item.get : item.post),
}));
const operation = (id: string) => operations.find(({ operationId }) => operationId === id)!;

/** Every value under this key, at any depth. */
function valuesOf(key: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === key ? [value as unknown] : []),
    ...valuesOf(key, value),
  ]);
}

describe('the document', () => {
  it('is OpenAPI 3.1 with title and version', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toEqual({
      title: 'Madang demo',
      description: 'A system with one of everything.',
      version: 'v1',
    });
  });

  it('has every answer and stream, each under an id of its own', () => {
    expect(operations.map(({ path }) => path)).toEqual([
      '/api/demo/v1/notes',
      '/api/demo/v1/notes/{id}',
      '/api/demo/v1/search/{kind}',
      '/api/demo/v1/greeting',
      '/api/demo/v1/misfit',
      '/api/demo/v1/numbers',
      '/api/demo/v1/live',
      '/api/demo/v1/measure',
    ]);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('refers only to what is there, and to all of it', () => {
    const refs = new Set(valuesOf('$ref', document) as string[]);
    const schemas = Object.keys(document.components.schemas);
    expect([...refs].sort()).toEqual(schemas.map((name) => `#/components/schemas/${name}`).sort());
    expect(valuesOf('$defs', document)).toEqual([]);
  });

  it('declares each parameter of each path, and requires it', () => {
    for (const { path, parameters } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(inPath);
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  it('has for each operation a summary, a success and the shape of failures', () => {
    for (const { summary, responses } of operations) {
      expect(summary).not.toBe('');
      expect(responses['200']?.content).toBeDefined();
      expect(responses['default']?.content?.['application/json']).toEqual({
        schema: { $ref: '#/components/schemas/Error' },
      });
      expect(Object.values(responses).every(({ description }) => description !== '')).toBe(true);
    }
  });
});

describe('an answer', () => {
  it('that has an id is a component, which every reply refers to', () => {
    expect(document.components.schemas['Note']).toMatchObject({
      type: 'object',
      required: ['id', 'title', 'colour', 'details'],
      additionalProperties: false,
    });
    expect(operation('getNote').responses['200']?.content).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/Note' } },
    });
  });

  it('that may be unchanged says so', () => {
    expect(operation('getNote').responses['304']).toBeDefined();
    expect(operation('greeting').responses['304']).toBeUndefined();
  });
});

describe('a list', () => {
  it('comes in three forms', () => {
    const content = operation('listNotes').responses['200']?.content ?? {};
    expect(Object.keys(content)).toEqual(['application/json', 'text/csv', 'application/jsonl']);
    expect(content['application/json']).toMatchObject({
      schema: {
        properties: { items: { items: { $ref: '#/components/schemas/Note' } } },
        required: ['items', 'next'],
      },
    });
  });

  it('takes its filters and the parameters of every list, described', () => {
    const { parameters } = operation('listNotes');
    expect(parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['colour', 'query', false],
      ['limit', 'query', false],
      ['cursor', 'query', false],
      ['format', 'query', false],
    ]);
    expect(parameters[0]).toMatchObject({
      description: 'Only of this colour.',
      schema: { type: 'string', enum: ['red', 'green'] },
    });
    expect(operation('listNumbers').parameters[0]).toMatchObject({ name: 'last', required: true });
  });
});

it('a stream says which events it has, with their data', () => {
  const { parameters, responses } = operation('live');
  expect(parameters[0]).toMatchObject({ name: 'Last-Event-ID', in: 'header', required: false });
  expect(responses['200']?.content?.['text/event-stream']).toMatchObject({
    'x-events': { note: { type: 'integer' }, began: { type: 'object' } },
  });
});

it('a question about a file is posted, and says what it takes and how it answers', () => {
  expect(Object.keys(document.paths['/api/demo/v1/measure']!)).toEqual(['post']);
  const { requestBody, responses, parameters } = operation('measureText');
  expect(Object.keys(requestBody?.content ?? {})).toEqual([
    'application/octet-stream',
    'multipart/form-data',
  ]);
  expect(requestBody?.description).toBe('A text.');
  expect(parameters.map(({ name }) => name)).toEqual(['sample', 'failAt', 'for']);
  const reply = { type: 'object', required: ['bytes', 'name'] };
  expect(responses['200']?.content).toMatchObject({
    'application/json': { schema: reply },
    'text/event-stream': { 'x-events': { progress: { type: 'object' }, measured: reply } },
  });
});
