import { addressFromBytes, addressToBytes, hashFromBytes } from '@madang/icon';
import { readText, sql, type Queryable, type Sql } from '@madang/pg';
import { newestFirst } from '../newest-first.ts';
import type { TokenTransfer } from './transfer.schema.ts';

/** Height, index of the transaction, of the log in it, of the item in a batch: the order of the chain. */
export type TokenTransferKey = readonly [
  height: number,
  transactionIndex: number,
  logIndex: number,
  subIndex: number,
];

export function tokenTransferKey(transfer: TokenTransfer): TokenTransferKey {
  const { height, transactionIndex, logIndex, subIndex } = transfer;
  return [height, transactionIndex, logIndex, subIndex];
}

interface TokenTransferRow {
  readonly height: number;
  readonly transaction_index: number;
  readonly log_index: number;
  readonly sub_index: number;
  readonly hash: Buffer;
  readonly time: string;
  readonly token: Buffer;
  readonly standard: TokenTransfer['standard'];
  readonly symbol: string | null;
  readonly decimals: number | null;
  readonly operator: Buffer | null;
  readonly sender: Buffer;
  readonly recipient: Buffer;
  readonly value: string;
  readonly token_id: string | null;
}

const KEY = [sql`height`, sql`transaction_index`, sql`log_index`, sql`sub_index`] as const;

/** Transfers of one token, or those that an address sent or received, before a key (null = from the newest), newest first. */
export async function listTokenTransfers(
  database: Queryable,
  of: { readonly token: string } | { readonly party: string },
  before: TokenTransferKey | null,
  limit: number,
): Promise<TokenTransfer[]> {
  const newest = (column: Sql, address: string): Sql => {
    const by = { column, value: addressToBytes(address) };
    const { condition, order } = newestFirst({ key: KEY, before, by });
    return sql`(select * from tracker.token_transfer where ${condition} order by ${order} limit ${limit})`;
  };
  if ('token' in of) return read(database, 'of-token', newest(sql`token`, of.token), limit);
  // Each index gives its own newest; a transfer to oneself is in both and comes once.
  const either = sql`(${newest(sql`sender`, of.party)} union ${newest(sql`recipient`, of.party)})`;
  return read(database, 'of-party', either, limit);
}

async function read(
  database: Queryable,
  label: string,
  source: Sql,
  limit: number,
): Promise<TokenTransfer[]> {
  const rows = await database.rows<TokenTransferRow>(
    `tracker.token-transfers.${label}`,
    sql`${selectFrom(source)} order by ${newestFirst({ key: KEY, before: null }).order} limit ${limit}`,
  );
  return rows.map(toTokenTransfer);
}

/** A transaction's token transfers after a place in it (null = from the first), in order. */
export async function tokenTransfersOfTransaction(
  database: Queryable,
  [height, index]: readonly [number, number],
  after: readonly [logIndex: number, subIndex: number] | null,
  limit: number,
): Promise<TokenTransfer[]> {
  const [logIndex, subIndex] = after ?? [-1, -1];
  const source = sql`
    (select * from tracker.token_transfer
    where height = ${height} and transaction_index = ${index} and (log_index, sub_index) > (${logIndex}, ${subIndex})
    order by log_index, sub_index limit ${limit})`;
  const rows = await database.rows<TokenTransferRow>(
    'tracker.token-transfers.of-transaction',
    sql`${selectFrom(source)} order by log_index, sub_index`,
  );
  return rows.map(toTokenTransfer);
}

function selectFrom(source: Sql): Sql {
  return sql`
    select moved.*, (
      select hash from tracker.transaction
      where transaction.height = moved.height and transaction.index = moved.transaction_index
    ) as hash, contract.symbol, contract.decimals
    from ${source} as moved left join tracker.contract on contract.address = moved.token`;
}

function toTokenTransfer(row: TokenTransferRow): TokenTransfer {
  return {
    height: row.height,
    transactionHash: hashFromBytes(row.hash),
    transactionIndex: row.transaction_index,
    logIndex: row.log_index,
    subIndex: row.sub_index,
    timestamp: row.time,
    token: addressFromBytes(row.token),
    standard: row.standard,
    symbol: readText(row.symbol),
    decimals: row.decimals,
    operator: row.operator === null ? null : addressFromBytes(row.operator),
    from: addressFromBytes(row.sender),
    to: addressFromBytes(row.recipient),
    value: row.value,
    tokenId: row.token_id,
  };
}
