import { addressFromBytes, addressToBytes } from '@madang/icon';
import { readText, sql, type Queryable, type Sql } from '@madang/pg';
import { isNamed } from '../contract/contract.queries.ts';
import type { Token, TokenQuery } from './token.schema.ts';

/** Height of the first transfer and address of a token. */
export type TokenKey = readonly [firstHeight: number, address: string];

interface TokenRow {
  readonly address: Buffer;
  readonly standard: Token['standard'];
  readonly name: string | null;
  readonly symbol: string | null;
  readonly decimals: number | null;
  readonly total_supply: string;
  readonly holders: number;
  readonly transfers: number;
  readonly first_height: number;
}

const selectTokens = sql`
  select token.address, token.standard, contract.name, contract.symbol, contract.decimals,
         token.total_supply, token.holders, token.transfers, token.first_height
  from tracker.token left join tracker.contract on contract.address = token.address`;

/** Tokens before a key (null = from the newest), newest first. */
export async function listTokens(
  database: Queryable,
  { standard, q }: TokenQuery,
  before: TokenKey | null,
  limit: number,
): Promise<Token[]> {
  const conditions: Sql[] = [];
  if (standard !== undefined) conditions.push(sql`token.standard = ${standard}`);
  if (q !== undefined) conditions.push(isNamed(q, sql`token.address`));
  if (before !== null) conditions.push(isBefore(before));
  const where = conditions.length === 0 ? sql.empty : sql`where ${sql.join(conditions, sql` and `)}`;
  const rows = await database.rows<TokenRow>(
    'tracker.tokens',
    sql`${selectTokens} ${where} order by token.first_height desc, token.address desc limit ${limit}`,
  );
  return rows.map(toToken);
}

function isBefore([firstHeight, address]: TokenKey): Sql {
  return sql`(token.first_height, token.address) < (${firstHeight}, ${addressToBytes(address)})`;
}

export async function findToken(database: Queryable, address: string): Promise<Token | null> {
  const row = await database.row<TokenRow>(
    'tracker.token',
    sql`${selectTokens} where token.address = ${addressToBytes(address)}`,
  );
  return row === undefined ? null : toToken(row);
}

function toToken(row: TokenRow): Token {
  return {
    address: addressFromBytes(row.address),
    standard: row.standard,
    name: readText(row.name),
    symbol: readText(row.symbol),
    decimals: row.decimals,
    totalSupply: row.total_supply,
    holders: row.holders,
    transfers: row.transfers,
    firstHeight: row.first_height,
  };
}
