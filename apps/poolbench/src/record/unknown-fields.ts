/** The paths of fields that were given and not kept, since the schema that kept the others does not know them. */
export function unknownFields(given: unknown, kept: unknown): string[] {
  if (!isObject(given) || !isObject(kept)) return [];
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .flatMap(([key, value]) => {
      if (!Object.hasOwn(kept, key)) return [key];
      return unknownFields(value, kept[key]).map((path) => `${key}.${path}`);
    });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
