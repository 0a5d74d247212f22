import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { termsByName, type KeptTerms } from './kept-terms.ts';

/** The folder of a chain among others, by all that it cannot change: the same terms find it again, others begin a chain of their own. */
export function chainFolder(parent: string, kept: KeptTerms): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(termsByName(kept)))
    .digest('hex')
    .slice(0, 8);
  const name = kept.terms.seed.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 20);
  return join(parent, `${name}-${hash}`);
}
