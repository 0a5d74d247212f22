import { inputInvalid } from '@madang/http';
import type { AnswerContext, CursorKey, Item, ListReply, ListSource } from './answer.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

export const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

/** How many may be asked for at once of a list that gives so many unless told. */
export const mostOf = (usual: number): number => Math.max(MAX_LIMIT, usual);

const ROWS_AT_ONCE = 500;

type Input = Readonly<Record<string, unknown>>;

/** One piece of a list, and the cursor of the next. */
export async function loadPiece(
  list: ListSource,
  context: AnswerContext,
  input: Input,
): Promise<ListReply<Item>> {
  const asked = limitOf(input);
  const most = mostOf(list.usual);
  if (asked !== undefined && asked > most) throw tooMany(asked, most);
  const limit = asked ?? list.usual;
  const rows = await list.rows(context, input, { after: startOf(list, input), limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last !== undefined ? encodeCursor(list.scope(input), list.keyOf(last)) : null;
  return { items, next };
}

/** Every item of the list from the input's cursor on, bounded by its limit, read piece by piece so that memory stays bounded. */
export async function* allItems(
  list: ListSource,
  context: AnswerContext,
  input: Input,
): AsyncGenerator<readonly Item[]> {
  let left = limitOf(input) ?? Infinity;
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

function limitOf(input: Input): number | undefined {
  return input['limit'] as number | undefined;
}

function startOf(list: ListSource, input: Input): CursorKey | null {
  const cursor = input['cursor'] as string | undefined;
  return cursor === undefined ? null : decodeCursor(list.scope(input), list.key, cursor);
}

function tooMany(limit: number, most: number): Error {
  const message = `must be at most ${most}; with format=csv or format=jsonl any number comes at once`;
  return inputInvalid({ issues: [{ in: 'query', name: 'limit', value: String(limit), message }] });
}
