import { addressFromBytes, addressToBytes } from '@madang/icon';
import { sql, type Queryable } from '@madang/pg';
import { shareOf } from './share.ts';
import type { Holder, Owner, Token } from './token.schema.ts';

/** Balance, address, and the id where a holder is told for each id (IRC31), else nothing. */
export type HolderKey = readonly [balance: string, address: string, tokenId: string];

export function holderKey({ balance, address, tokenId }: Holder): HolderKey {
  return [balance, address, tokenId ?? ''];
}

interface HolderRow {
  readonly holder: Buffer;
  readonly balance: string;
  readonly token_id: string | null;
}

/** Who holds a token, after a key (null = from the first), the largest first; for IRC31 each address and id by itself. */
export async function listHolders(
  database: Queryable,
  token: Token,
  after: HolderKey | null,
  limit: number,
): Promise<Holder[]> {
  const list = token.standard === 'irc31' ? holdersOfIds : holdersOfToken;
  const rows = await list(database, addressToBytes(token.address), after, limit);
  const { symbol, decimals, totalSupply } = token;
  return rows.map(({ holder, balance, token_id }) => ({
    address: addressFromBytes(holder),
    balance,
    share: shareOf(balance, totalSupply),
    tokenId: token_id,
    symbol,
    decimals,
  }));
}

function holdersOfToken(
  database: Queryable,
  token: Buffer,
  after: HolderKey | null,
  limit: number,
): Promise<HolderRow[]> {
  const smaller =
    after === null ? sql.empty : sql`and (balance, holder) < (${after[0]}, ${addressToBytes(after[1])})`;
  return database.rows(
    'tracker.holders',
    sql`
      select holder, balance, null::numeric as token_id from tracker.holding
      where token = ${token} and balance > 0 ${smaller}
      order by balance desc, holder desc limit ${limit}`,
  );
}

function holdersOfIds(
  database: Queryable,
  token: Buffer,
  after: HolderKey | null,
  limit: number,
): Promise<HolderRow[]> {
  const smaller =
    after === null
      ? sql.empty
      : sql`
        and (balance, token_id, holder)
          < (${after[0]}, ${after[2]}, ${addressToBytes(after[1])})`;
  return database.rows(
    'tracker.holders.of-ids',
    sql`
      select holder, balance, token_id from tracker.item
      where token = ${token} and balance > 0 ${smaller}
      order by balance desc, token_id desc, holder desc limit ${limit}`,
  );
}

/** Id and owner. One id may have several owners where a contract's logs contradict each other. */
export type OwnerKey = readonly [tokenId: string, owner: string];

/** Who owns the ids of a token, after a key (null = from the first), by id. */
export async function listOwners(
  database: Queryable,
  token: string,
  after: OwnerKey | null,
  limit: number,
): Promise<Owner[]> {
  const later =
    after === null ? sql.empty : sql`and (token_id, holder) > (${after[0]}, ${addressToBytes(after[1])})`;
  const rows = await database.rows<{ token_id: string; holder: Buffer }>(
    'tracker.owners',
    sql`
      select token_id, holder from tracker.item
      where token = ${addressToBytes(token)} and balance > 0 ${later}
      order by token_id, holder limit ${limit}`,
  );
  return rows.map(({ token_id, holder }) => ({ tokenId: token_id, owner: addressFromBytes(holder) }));
}
