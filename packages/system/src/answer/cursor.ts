import { createHash } from 'node:crypto';
import { defineError, printable } from '@madang/errors';
import { z } from 'zod';
import type { CursorKey } from './answer.ts';

export const cursorInvalid = defineError<{ cursor: string; reason: string }>({
  code: 'LIST_CURSOR_INVALID',
  status: 400,
  retry: 'never',
  message: ({ cursor, reason }) =>
    `The cursor ${printable(cursor, 80)} ${reason}. Take it from the "next" of the same list with the same filters, or leave it out to start anew.`,
});

const Part = z.union([z.string().max(512), z.number().int()]);
const Decoded = z.tuple([z.string(), Part], Part);

/** An opaque cursor that other lists and other filters refuse: a digest of the list's scope, then the key. */
export function encodeCursor(scope: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([digest(scope), ...key])).toString('base64url');
}

/**
 * The key in a cursor.
 * @throws LIST_CURSOR_INVALID when it is malformed, of another list or filter, or holds no key of this list.
 */
export function decodeCursor(scope: string, keySchema: z.ZodType<CursorKey>, cursor: string): CursorKey {
  const decoded = Decoded.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!decoded.success) throw cursorInvalid({ cursor, reason: 'is not one of ours' });
  const [found, ...key] = decoded.data;
  if (found !== digest(scope))
    throw cursorInvalid({ cursor, reason: 'belongs to another list or another filter' });
  // Base64 has many spellings of the same bytes; ours is one.
  const isOurs = encodeCursor(scope, key) === cursor && keySchema.safeParse(key).success;
  if (!isOurs) throw cursorInvalid({ cursor, reason: 'is not one of ours' });
  return key;
}

function digest(scope: string): string {
  return createHash('sha256').update(scope).digest('base64url').slice(0, 8);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
