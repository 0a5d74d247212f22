import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from '@madang/http';
import type { Answer, AnswerContext } from '../answer/answer.ts';

// A sealed answer never changes, but a new release may show it otherwise; a day bounds how long an old form can live.
const SEALED = 'public, max-age=86400, immutable';
const ASK_AGAIN = 'no-cache';

/**
 * Sets ETag and Cache-Control from what the answer depends on, before anything is loaded.
 * `variant` is all else that shapes the body: release, address, language, theme.
 * Returns whether the asker already has this very thing.
 */
export async function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  context: AnswerContext,
  input: Record<string, unknown>,
  variant: readonly string[],
): Promise<boolean> {
  if (answer.version === 'volatile') {
    void reply.header('cache-control', 'no-store');
    return false;
  }
  const version = answer.version === 'sealed' ? 'sealed' : await answer.version(context, input);
  const etag = `W/"${createHash('sha256')
    .update(JSON.stringify([version, ...variant]))
    .digest('base64url')
    .slice(0, 22)}"`;
  void reply.header('etag', etag).header('cache-control', answer.version === 'sealed' ? SEALED : ASK_AGAIN);
  const known = request.headers['if-none-match'];
  return known?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*') ?? false;
}
