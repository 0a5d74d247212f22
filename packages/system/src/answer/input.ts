import { didYouMean } from '@madang/config';
import { inputInvalid, type InputIssue } from '@madang/http';
import type { z } from 'zod';
import type { Answer } from './answer.ts';

/**
 * The validated input of an answer: path parameters and query together.
 * @throws HTTP_INPUT_INVALID with every issue of both, each with the offending value; unknown names come with the near ones.
 */
export function readInput(
  answer: Pick<Answer, 'params' | 'query'>,
  params: unknown,
  query: unknown,
): Record<string, unknown> {
  const path = check('path', answer.params, params as Raw);
  const asked = check('query', answer.query, withoutEmpty(query as Raw));
  const issues = [...path.issues, ...asked.issues];
  if (issues.length > 0) throw inputInvalid({ issues });
  return { ...path.value, ...asked.value };
}

type Raw = Readonly<Record<string, string | readonly string[]>>;

interface Checked {
  readonly value: Record<string, unknown>;
  readonly issues: readonly InputIssue[];
}

function check(where: 'path' | 'query', schema: z.ZodObject, given: Raw): Checked {
  const result = schema.safeParse(given);
  if (result.success) return { value: result.data, issues: [] };
  const issues = result.error.issues.flatMap((issue) => issuesOf(issue, where, schema, given));
  return { value: {}, issues };
}

function issuesOf(
  issue: z.core.$ZodIssue,
  where: 'path' | 'query',
  schema: z.ZodObject,
  given: Raw,
): InputIssue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      in: where,
      name,
      message: `is unknown here${didYouMean(name, Object.keys(schema.shape))}`,
    }));
  const name = String(issue.path[0] ?? '');
  const value = given[name];
  if (typeof value === 'object')
    return [{ in: where, name, value: value.join(', '), message: 'must be given once only' }];
  if (value === undefined) return [{ in: where, name, message: 'is missing' }];
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const message =
    choices.length === 0
      ? issue.message
      : `must be one of ${choices.join(', ')}${didYouMean(value, choices)}`;
  return [{ in: where, name, value, message }];
}

// A form sends its empty fields along; they mean the same as fields left out.
function withoutEmpty(query: Raw): Raw {
  const kept = Object.entries(query).flatMap(([name, value]) => {
    const values = (typeof value === 'string' ? [value] : value).filter((one) => one !== '');
    return values.length === 0 ? [] : [[name, values.length === 1 ? (values[0] ?? '') : values] as const];
  });
  return Object.fromEntries(kept);
}
