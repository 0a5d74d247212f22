import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/**
 * The JSON Schema (2020-12, as OpenAPI 3.1 has it) of what a schema takes or gives. Schemas with an id
 * (`.meta({ id: 'Block' })`) stand under `$defs`.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'throw' }) as JsonSchema;
  return json;
}

/**
 * The schema of a reply for its check and its compiled serializer, which read draft 7: nothing is referred to but what
 * refers to itself, tuples are lists of schemas, and nullable members say so in their type, which costs no guessing.
 */
export function serializerSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'throw',
    // Without their ids schemas are written where they are used.
    metadata: z.registry<{ id?: string }>(),
  }) as JsonSchema;
  return toDraft7(json) as JsonSchema;
}

function toDraft7(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toDraft7);
  if (typeof node !== 'object' || node === null) return node;
  // A serializer that trusts a format writes such text without escaping it; the pattern beside it holds all the same.
  const { format: _, ...kept } = node as JsonSchema;
  const entries = Object.entries(kept).map(([key, value]) => [key, toDraft7(value)] as const);
  return collapseNullable(tupleAsItems(Object.fromEntries(entries)));
}

function tupleAsItems({ prefixItems, items, ...rest }: JsonSchema): JsonSchema {
  if (prefixItems === undefined) return items === undefined ? rest : { ...rest, items };
  return { ...rest, items: prefixItems, additionalItems: items ?? true };
}

function collapseNullable(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return schema;
  const [some, none] = anyOf as [JsonSchema, JsonSchema];
  if (none['type'] !== 'null' || typeof some['type'] !== 'string') return schema;
  const { const: only, enum: choices, ...plain } = some;
  const values = only === undefined ? choices : [only];
  const withNull = Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {};
  return { ...plain, ...rest, type: [some['type'], 'null'], ...withNull };
}
