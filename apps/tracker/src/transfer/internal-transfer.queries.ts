import { addressFromBytes, addressToBytes, hashFromBytes } from '@madang/icon';
import { sql, type Queryable, type Sql } from '@madang/pg';
import { newestFirst } from '../newest-first.ts';
import type { InternalTransfer } from './transfer.schema.ts';

/** Height, index of the transaction, of the log in it: the order of the chain. */
export type InternalTransferKey = readonly [height: number, transactionIndex: number, index: number];

export function internalTransferKey({
  height,
  transactionIndex,
  index,
}: InternalTransfer): InternalTransferKey {
  return [height, transactionIndex, index];
}

interface InternalTransferRow {
  readonly height: number;
  readonly transaction_index: number;
  readonly index: number;
  readonly hash: Buffer;
  readonly time: string;
  readonly sender: Buffer;
  readonly recipient: Buffer;
  readonly value: string;
}

const KEY = [sql`height`, sql`transaction_index`, sql`index`] as const;

/** ICX that contracts sent to an address, or that it sent as a contract, before a key (null = from the newest), newest first. */
export async function listInternalTransfers(
  database: Queryable,
  party: string,
  before: InternalTransferKey | null,
  limit: number,
): Promise<InternalTransfer[]> {
  const value = addressToBytes(party);
  const newest = (column: Sql): Sql => {
    const { condition, order } = newestFirst({ key: KEY, before, by: { column, value } });
    return sql`(select * from tracker.internal_transfer where ${condition} order by ${order} limit ${limit})`;
  };
  // Each index gives its own newest; what a contract sent to itself is in both and comes once.
  const either = sql`(${newest(sql`sender`)} union ${newest(sql`recipient`)})`;
  const rows = await database.rows<InternalTransferRow>(
    'tracker.internal-transfers.of-party',
    sql`${selectFrom(either)} order by ${newestFirst({ key: KEY, before: null }).order} limit ${limit}`,
  );
  return rows.map(toInternalTransfer);
}

/** A transaction's internal transfers after an index (null = from the first), in order. */
export async function internalTransfersOfTransaction(
  database: Queryable,
  [height, transactionIndex]: readonly [number, number],
  after: number | null,
  limit: number,
): Promise<InternalTransfer[]> {
  const source = sql`
    (select * from tracker.internal_transfer
    where height = ${height} and transaction_index = ${transactionIndex} and index > ${after ?? -1}
    order by index limit ${limit})`;
  const rows = await database.rows<InternalTransferRow>(
    'tracker.internal-transfers.of-transaction',
    sql`${selectFrom(source)} order by index`,
  );
  return rows.map(toInternalTransfer);
}

function selectFrom(source: Sql): Sql {
  return sql`
    select moved.*, (
      select hash from tracker.transaction
      where transaction.height = moved.height and transaction.index = moved.transaction_index
    ) as hash
    from ${source} as moved`;
}

function toInternalTransfer(row: InternalTransferRow): InternalTransfer {
  return {
    height: row.height,
    transactionHash: hashFromBytes(row.hash),
    transactionIndex: row.transaction_index,
    index: row.index,
    timestamp: row.time,
    from: addressFromBytes(row.sender),
    to: addressFromBytes(row.recipient),
    value: row.value,
  };
}
