import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** The JSON Schema (2020-12) of what a schema takes or gives; nullable members as `type: [T, 'null']`, which a compiled serializer handles without guessing. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'throw',
    reused: 'inline',
  }) as JsonSchema;
  return collapseNullable(json) as JsonSchema;
}

function collapseNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(collapseNullable);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, collapseNullable(value)] as const);
  const mapped: JsonSchema = Object.fromEntries(entries);
  const { anyOf, ...rest } = mapped;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return mapped;
  const [some, none] = anyOf as [JsonSchema, JsonSchema];
  if (none['type'] !== 'null' || typeof some['type'] !== 'string') return mapped;
  const withNull = some['enum'] === undefined ? {} : { enum: [...(some['enum'] as unknown[]), null] };
  return { ...some, ...rest, type: [some['type'], 'null'], ...withNull };
}
