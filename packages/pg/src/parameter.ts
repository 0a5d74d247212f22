import { badValue } from './errors.ts';
import { isStorable } from './text.ts';

/**
 * A hole's value as the driver takes it. The driver would turn a lone surrogate into U+FFFD without a word, so such a string
 * is refused here (PG_BAD_VALUE); text from outside that must be kept as it is goes through `keepText`.
 */
export function toParameter(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}

function storable(text: string): string {
  if (!isStorable(text))
    throw badValue({ reason: `text with U+0000 or a lone surrogate: ${JSON.stringify(text.slice(0, 100))}` });
  return text;
}
