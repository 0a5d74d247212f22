import { CodedError } from './coded-error.ts';
import { printable } from './printable.ts';

/** One line for a person at a terminal: `CODE: message`, then the chain of causes. Safe to print. */
export function explain(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  while (current !== undefined && parts.length < 5) {
    parts.push(line(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return printable(parts.join('\n  because: '), 8000);
}

function line(error: unknown): string {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  if (error instanceof AggregateError && error.message === '') return error.errors.map(line).join('; ');
  return error instanceof Error ? error.message : String(error);
}
