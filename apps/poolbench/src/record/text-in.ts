import { z } from 'zod';
import { ownStrings } from './schema/vocabulary.schema.ts';

/** Gives the same value with every text of any origin in it changed. */
export type TextChange = (value: unknown, change: (text: string) => string) => unknown;

/**
 * Finds, once for a schema, where values of it have text that may have come from anywhere: every string but those whose form the schema
 * checks. Undefined when there is none.
 * Throws TypeError for a schema of a kind that records do not have, lest text in it be overlooked.
 */
export function textIn(schema: unknown): TextChange | undefined {
  if ([z.ZodNullable, z.ZodOptional, z.ZodDefault].some((kind) => schema instanceof kind))
    return unlessMissing((schema as z.ZodOptional).unwrap());
  if (schema instanceof z.ZodString) return ownStrings.get(schema) === undefined ? changeString : undefined;
  if (schema instanceof z.ZodArray) return inEach(schema.element);
  if (schema instanceof z.ZodRecord) return inValues(schema.valueType);
  if (schema instanceof z.ZodObject) return inFields(schema.shape);
  if (FORMS_OF_OUR_OWN.some((form) => schema instanceof form)) return undefined;
  throw new TypeError('Records are made of objects, arrays, strings, numbers and the like only.');
}

// The unions are those of numbers and of digits in a string.
const FORMS_OF_OUR_OWN = [z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodUnion];

const changeString: TextChange = (value, change) => change(value as string);

function unlessMissing(inner: unknown): TextChange | undefined {
  const text = textIn(inner);
  return text && ((value, change) => (value === null || value === undefined ? value : text(value, change)));
}

function inEach(element: unknown): TextChange | undefined {
  const text = textIn(element);
  return text && ((value, change) => (value as unknown[]).map((item) => text(item, change)));
}

function inValues(valueType: unknown): TextChange | undefined {
  const text = textIn(valueType);
  return (
    text &&
    ((value, change) =>
      Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, text(item, change)])))
  );
}

function inFields(shape: object): TextChange | undefined {
  const fields = Object.entries(shape).flatMap(([name, schema]) => {
    const text = textIn(schema);
    return text === undefined ? [] : [{ name, text }];
  });
  if (fields.length === 0) return undefined;
  return (value, change) => {
    const changed = { ...(value as Record<string, unknown>) };
    for (const { name, text } of fields) if (name in changed) changed[name] = text(changed[name], change);
    return changed;
  };
}
