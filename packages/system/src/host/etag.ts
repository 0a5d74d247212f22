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
  const tag = digest([version, ...variant]);
  void reply
    .header('etag', `W/${tag}`)
    .header('cache-control', answer.version === 'sealed' ? SEALED : ASK_AGAIN);
  return knownTags(request.headers['if-none-match'] ?? '').includes(tag);
}

// Weak, since packed and unpacked bodies share it. Whether a tag comes back as weak says nothing (RFC 9110, 13.1.2). A lone
// `*` asks whether there is anything at all, which is known only after loading; it gets the answer.
function knownTags(header: string): string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}

function digest(parts: readonly string[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;
}
