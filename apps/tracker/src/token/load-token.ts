import { raise } from '@madang/errors';
import type { Queryable } from '@madang/pg';
import { tokenNotFound, tokenWithoutOwners } from './token.errors.ts';
import { findToken } from './token.queries.ts';
import type { Token } from './token.schema.ts';

/** @throws TRACKER_TOKEN_NOT_FOUND */
export async function loadToken(database: Queryable, address: string): Promise<Token> {
  return (await findToken(database, address)) ?? raise(tokenNotFound({ address }));
}

/**
 * A token whose ids have an owner each.
 * @throws TRACKER_TOKEN_NOT_FOUND, TRACKER_TOKEN_WITHOUT_OWNERS
 */
export async function loadOwnedToken(database: Queryable, address: string): Promise<Token> {
  const token = await loadToken(database, address);
  if (token.standard !== 'irc3') throw tokenWithoutOwners({ address, standard: token.standard });
  return token;
}
