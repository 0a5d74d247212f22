import type { JsonSchema } from '../answer/json-schema.ts';

/** The schemas of a document that have names, each written once. */
export interface Components {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** A schema for any place of the document, with its named parts moved to the components and referred to. */
  refer(schema: JsonSchema): JsonSchema;
}

export function createComponents(first: Readonly<Record<string, JsonSchema>>): Components {
  const schemas: Record<string, JsonSchema> = { ...first };
  return {
    schemas,
    refer({ $defs = {}, ...schema }) {
      for (const [name, { id: _, ...definition }] of Object.entries($defs as Record<string, JsonSchema>))
        schemas[name] = pointToComponents(definition) as JsonSchema;
      return pointToComponents(schema) as JsonSchema;
    },
  };
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
