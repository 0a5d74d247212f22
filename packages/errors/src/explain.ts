import { CodedError } from './coded-error.ts';
import { printableLines } from './printable.ts';

const DEEPEST = 5;

/** For a person at a terminal: `CODE: message`, then the chain of causes, one a line. Safe to print. */
export function explain(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  while (current !== undefined && parts.length < DEEPEST) {
    parts.push(line(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return printableLines(parts.join('\n  because: '), 8000);
}

function line(error: unknown): string {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  if (error instanceof AggregateError && error.message === '') return error.errors.map(line).join('; ');
  if (error instanceof Error) return error.message === '' ? error.name : error.message;
  return String(error);
}
