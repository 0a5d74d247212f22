import { z } from 'zod';
import type { Answer, CursorKey, ListDefinition, ListSource } from './answer.ts';
import { checkDeclaration } from './declaration.ts';
import { DEFAULT_LIMIT, loadPiece, mostOf } from './read-list.ts';
import { refusingValues } from './refused-value.ts';

const NOTHING = z.strictObject({});

/** The members of the query that page through a list, beside its own filters. */
const listQuery = (usual: number) => ({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1 on')
    .transform(Number)
    .optional()
    .describe(
      `How many; ${usual} unless told, at most ${mostOf(usual)} (as CSV or JSON Lines: any number, all unless told).`,
    ),
  cursor: z
    .string()
    .max(1024, 'is too long for a cursor')
    .optional()
    .describe('The "next" of the piece before.'),
  format: z
    .enum(['json', 'csv', 'jsonl'])
    .optional()
    .describe('csv and jsonl give the whole list as a stream.'),
});

/**
 * Declares a list: keyset-paged as JSON, the whole of it as CSV or JSON Lines, and a page with the newest piece.
 * Its reply is `{ items, next }`.
 *
 * @throws TypeError when the declaration contradicts itself.
 */
export function defineList<
  I extends z.ZodObject,
  K extends CursorKey,
  P extends z.ZodObject = typeof NOTHING,
  Q extends z.ZodObject = typeof NOTHING,
>(definition: ListDefinition<P, Q, I, K>): Answer {
  const {
    item,
    rows,
    keyOf,
    key,
    params = NOTHING,
    query = NOTHING,
    usual = DEFAULT_LIMIT,
    page = null,
    ...described
  } = definition as unknown as Erased;
  const filters = Object.keys({ ...params.shape, ...query.shape });
  const list: ListSource = {
    item,
    scope: (input) =>
      JSON.stringify([described.operationId, ...filters.map((name) => [name, input[name] ?? null])]),
    rows: (context, input, piece) => refusingValues(input, () => rows(context, input, piece)),
    keyOf,
    key,
    usual,
  };
  const answer: Answer = {
    ...described,
    params,
    query: z.strictObject({ ...query.shape, ...listQuery(usual) }),
    reply: z.strictObject({ items: z.array(item), next: z.string().nullable() }),
    load: (context, input) => loadPiece(list, context, input),
    page,
    list,
  };
  checkDeclaration(answer);
  return answer;
}

type Erased = Pick<Answer, 'operationId' | 'path' | 'summary' | 'version'> &
  Pick<ListSource, 'item' | 'rows' | 'keyOf' | 'key'> &
  Partial<Pick<Answer, 'params' | 'query' | 'page'> & Pick<ListSource, 'usual'>>;
