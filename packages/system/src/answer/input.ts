import { near } from '@madang/config';
import { inputInvalid } from '@madang/http';
import type { z } from 'zod';
import type { Answer } from './answer.ts';

/**
 * The validated input of an answer: path parameters and query together.
 * @throws HTTP_INPUT_INVALID with every issue; an unknown member names the near ones.
 */
export function readInput(
  answer: Pick<Answer, 'params' | 'query'>,
  params: unknown,
  query: unknown,
): Record<string, unknown> {
  return { ...check('path', answer.params, params), ...check('query', answer.query, withoutEmpty(query)) };
}

function check(where: 'path' | 'query', schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const known = Object.keys(schema.shape);
  throw inputInvalid({ in: where, issues: result.error.issues.map((issue) => describe(issue, known)) });
}

function describe(issue: z.core.$ZodIssue, known: readonly string[]): { path: string; message: string } {
  if (issue.code !== 'unrecognized_keys') return { path: issue.path.join('.'), message: issue.message };
  const hints = issue.keys.map((key) => {
    const candidates = near(key, known);
    return candidates.length > 0
      ? `${key} is unknown (did you mean ${candidates.join(' or ')}?)`
      : `${key} is unknown`;
  });
  return { path: '', message: hints.join(', ') };
}

// A form sends its empty fields along; they mean the same as fields left out.
function withoutEmpty(query: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== ''),
  );
}
