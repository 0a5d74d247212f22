import { createServer, type HttpServer } from '@madang/http';
import { createLogger, createRegistry } from '@madang/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkFit } from './fit.ts';
import { jsonSchemaOf, serializerSchemaOf } from './json-schema.ts';

const Inner = z.strictObject({ name: z.string(), note: z.string().nullable() }).meta({ id: 'Inner' });

interface Tree {
  readonly value: number;
  readonly children: readonly Tree[];
}
const Tree: z.ZodType<Tree> = z.lazy(() => z.strictObject({ value: z.number(), children: z.array(Tree) }));

const Awkward = z.strictObject({
  text: z.string(),
  nullable: z.string().nullable(),
  optional: z.string().optional(),
  nullableNumber: z.number().nullable(),
  flag: z.boolean().nullable(),
  choice: z.enum(['a', 'b']).nullable(),
  only: z.literal('x').nullable(),
  inner: Inner.nullable(),
  inners: z.array(Inner.nullable()),
  record: z.record(z.string(), z.number().nullable()),
  tuple: z.tuple([z.string(), z.number().nullable()]),
  either: z.union([z.string(), z.number()]),
  time: z.iso.datetime().nullable(),
  json: z.unknown(),
  loose: z.looseObject({ known: z.string() }),
  kind: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('one'), one: z.string().nullable() }),
    z.strictObject({ type: z.literal('two'), two: z.number() }),
  ]),
  tree: Tree,
});
type Awkward = z.infer<typeof Awkward>;

const plain: Awkward = {
  text: 'text',
  nullable: 'here',
  optional: 'here',
  nullableNumber: 1.5,
  flag: true,
  choice: 'a',
  only: 'x',
  inner: { name: 'n', note: 'm' },
  inners: [{ name: 'n', note: null }, null],
  record: { a: 1, b: null },
  tuple: ['t', 2],
  either: 'e',
  time: '2026-11-24T07:02:11.482123Z',
  json: { deep: [{ a: null, b: [1, 'x', false] }] },
  loose: { known: 'k', extra: { more: [null] } },
  kind: { type: 'one', one: 'o' },
  tree: { value: 1, children: [{ value: 2, children: [] }] },
};

const { optional: _, ...withoutOptional } = plain;
const HOSTILE = '</script><!-- "\\ \u0000\u001f\u2028\u2029\ud83d\ude00\ud800 \ufeff 마당\n\r\t';

const values: [string, Awkward][] = [
  ['plain', plain],
  [
    'nothing where nothing is allowed',
    {
      ...withoutOptional,
      nullable: null,
      nullableNumber: null,
      flag: null,
      choice: null,
      only: null,
      inner: null,
      inners: [],
      record: {},
      tuple: ['', null],
      time: null,
      json: null,
      kind: { type: 'one', one: null },
    },
  ],
  [
    'hostile text everywhere',
    {
      ...plain,
      text: HOSTILE,
      nullable: HOSTILE,
      inner: { name: HOSTILE, note: HOSTILE },
      record: { [HOSTILE]: 1, __proto__x: 2 },
      tuple: [HOSTILE, 0],
      either: HOSTILE,
      json: { [HOSTILE]: HOSTILE },
      loose: { known: HOSTILE, [HOSTILE]: HOSTILE },
    },
  ],
  ['big text', { ...plain, text: `${'x'.repeat(2_000_000)}"`, nullable: '마'.repeat(300_000) }],
  [
    'numbers at the edge',
    {
      ...plain,
      nullableNumber: -0,
      either: Number.MAX_SAFE_INTEGER,
      record: { a: 1e21, b: 5e-324, c: -1.7976931348623157e308 },
      json: [1e21, -0, 0.1 + 0.2],
      kind: { type: 'two', two: 1e-7 },
    },
  ],
  ['JSON of any kind', { ...plain, json: [[[[[]]]], {}, '', 0, false, null] }],
  ['JSON that is a text', { ...plain, json: HOSTILE }],
];

let server: HttpServer;
let given: unknown;
const schema = serializerSchemaOf(Awkward);

beforeAll(async () => {
  server = await createServer({ log: createLogger({ level: 'silent' }), registry: createRegistry() });
  server.get('/value', { schema: { response: { 200: schema } } }, (request, reply) => {
    checkFit(request, 'value', schema, given);
    return reply.send(given);
  });
});
afterAll(() => server.close());

describe('the compiled serializer', () => {
  it.each(values)('writes what JSON.stringify writes: %s', async (_name, value) => {
    given = value;
    const response = await server.inject({ method: 'GET', url: '/value' });
    expect(response.statusCode).toBe(200);
    // Members come in the order of the schema.
    expect(JSON.parse(response.body)).toEqual(JSON.parse(JSON.stringify(value)));
    expect(response.body).toHaveLength(JSON.stringify(value).length);
  });

  it('writes members in the order of the schema, whatever the order of the loader', async () => {
    given = Object.fromEntries(Object.entries(withoutOptional).reverse());
    const { body } = await server.inject({ method: 'GET', url: '/value' });
    expect(body).toBe(JSON.stringify(withoutOptional));
  });

  it.each<[string, object]>([
    ['a member too many in an inner object', { inner: { name: 'n', note: null, more: 1 } }],
    ['a member too many in a branch of a union', { kind: { type: 'two', two: 1, one: 'o' } }],
    ['a member too many in a tree', { tree: { value: 1, children: [{ value: 2, children: [], x: 1 }] } }],
    ['a tuple that is too long', { tuple: ['t', 1, 2] }],
    ['undefined for JSON', { json: undefined }],
    ['a time that is none', { time: '"}, "injected": {"' }],
    ['infinity', { nullableNumber: Infinity }],
    ['a big integer', { nullableNumber: 12n }],
  ])('is not given what it would change: %s', async (_name, change) => {
    given = { ...plain, ...change };
    expect((await server.inject({ method: 'GET', url: '/value' })).statusCode).toBe(500);
  });
});

describe('jsonSchemaOf', () => {
  it('refers to schemas that have an id, and tells input from output', () => {
    const schema = z.strictObject({ inner: Inner, n: z.string().transform(Number).optional() });
    expect(jsonSchemaOf(schema, 'input')).toMatchObject({
      properties: { inner: { $ref: '#/$defs/Inner' }, n: { type: 'string' } },
      $defs: { Inner: { type: 'object' } },
    });
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => jsonSchemaOf(z.strictObject({ n: z.bigint() }), 'output')).toThrow(/BigInt/);
  });
});
