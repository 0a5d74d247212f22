import { z } from 'zod';
import type { Answer, AnswerContext, CursorKey, Item, ListDefinition, ListSource } from './answer.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

const NOTHING = z.strictObject({});
export const DEFAULT_LIMIT = 25;
export const MAX_LIMIT = 100;

/** The members of the query that page through a list, beside its own filters. */
export const ListQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a positive number')
    .transform(Number)
    .optional()
    .describe(
      `How many; ${DEFAULT_LIMIT} unless told, at most ${MAX_LIMIT} (as CSV or JSON Lines: any number, all unless told).`,
    ),
  cursor: z.string().max(1024).optional().describe('The "next" of the piece before.'),
  format: z
    .enum(['json', 'csv', 'jsonl'])
    .optional()
    .describe('csv and jsonl give the whole list as a stream.'),
});

/**
 * Declares a list: keyset-paged as JSON, the whole of it as CSV or JSON Lines, and a page with the newest piece.
 * Its reply is `{ items, next }`.
 */
export function defineList<
  I extends z.ZodObject,
  K extends CursorKey,
  P extends z.ZodObject = typeof NOTHING,
  Q extends z.ZodObject = typeof NOTHING,
>(definition: ListDefinition<P, Q, I, K>): Answer {
  const { operationId, path, summary, item, version, params, query, page } = definition as unknown as Loose;
  const filters = Object.keys({ ...params?.shape, ...query?.shape });
  const list: ListSource = {
    item,
    scope: (input) => JSON.stringify([operationId, ...filters.map((name) => [name, input[name] ?? null])]),
    rows: definition.rows,
    keyOf: definition.keyOf,
  };
  return {
    operationId,
    path,
    summary,
    params: params ?? NOTHING,
    query: z.strictObject({ ...query?.shape, ...ListQuery.shape }),
    reply: z.strictObject({ items: z.array(item), next: z.string().nullable() }),
    version,
    load: (context, input) => loadPiece(list, context, input),
    page: page ?? null,
    list,
  };
}

type Loose = Omit<ListDefinition<z.ZodObject, z.ZodObject, z.ZodObject, CursorKey>, 'page' | 'version'> &
  Pick<Answer, 'page' | 'version'>;

async function loadPiece(list: ListSource, context: AnswerContext, input: Record<string, unknown>) {
  const limit = Math.min((input['limit'] as number | undefined) ?? DEFAULT_LIMIT, MAX_LIMIT);
  const rows = await list.rows(context, input, { after: startOf(list, input), limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last !== undefined ? encodeCursor(list.scope(input), list.keyOf(last)) : null;
  return { items, next };
}

/** The key that the input's cursor stands for. */
export function startOf(list: ListSource, input: Record<string, unknown>): CursorKey | null {
  const cursor = input['cursor'] as string | undefined;
  return cursor === undefined ? null : decodeCursor(list.scope(input), cursor);
}

const ROWS_AT_ONCE = 500;

/** Every item of the list from the input's cursor on, bounded by its limit, read piece by piece so that memory stays bounded. */
export async function* allItems(
  list: ListSource,
  context: AnswerContext,
  input: Record<string, unknown>,
): AsyncGenerator<readonly Item[]> {
  let left = (input['limit'] as number | undefined) ?? Infinity;
  let after = startOf(list, input);
  while (left > 0) {
    const limit = Math.min(ROWS_AT_ONCE, left);
    const items = await list.rows(context, input, { after, limit });
    if (items.length > 0) yield items;
    const last = items.at(-1);
    if (last === undefined || items.length < limit) return;
    after = list.keyOf(last);
    left -= items.length;
  }
}
