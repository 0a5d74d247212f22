import { z } from 'zod';

export const FOUND_KINDS = ['block', 'transaction', 'address', 'contract', 'token'] as const;

export const FoundItem = z
  .strictObject({
    kind: z.enum(FOUND_KINDS),
    id: z.string().describe('Height, hash or address: what its own answer takes'),
    title: z.string().describe('What it is called, for people; cut when it is long'),
    detail: z.string().nullable().describe('What tells it from others of that title; cut when it is long'),
  })
  .meta({ id: 'FoundItem' });
export type FoundItem = z.infer<typeof FoundItem>;

export const SearchQuery = z.strictObject({
  q: z
    .string()
    .max(200, 'must be at most 200 characters')
    .trim()
    .min(1, 'must not be blank')
    .describe(
      'A height, a hash, an address or its beginning (hx or cx and six digits), or part of a name or symbol',
    ),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** Items of a reply, at most. */
export const MOST_FOUND = 20;

export const SearchReply = z.strictObject({ items: z.array(FoundItem).max(MOST_FOUND) });
export type SearchReply = z.infer<typeof SearchReply>;
