import { addressFromBytes, hashFromBytes, hashToBytes } from '@madang/icon';
import { readText, sql, type Queryable } from '@madang/pg';
import type { Block } from './block.schema.ts';

interface BlockRow {
  readonly height: number;
  readonly hash: Buffer;
  readonly previous_hash: Buffer | null;
  readonly version: string;
  readonly time: string;
  readonly producer: Buffer | null;
  readonly merkle_root: Buffer | null;
  readonly transaction_count: number;
  readonly failed_count: number;
  readonly log_count: number;
  readonly fees: string;
}

const columns = sql`
  height, hash, previous_hash, version, time, producer, merkle_root,
  transaction_count, failed_count, log_count, fees`;

/** Blocks below a height (null = from the newest), newest first. */
export async function listBlocks(database: Queryable, below: number | null, limit: number): Promise<Block[]> {
  const from = below === null ? sql.empty : sql`where height < ${below}`;
  const rows = await database.rows<BlockRow>(
    'tracker.blocks',
    sql`select ${columns} from tracker.block ${from} order by height desc limit ${limit}`,
  );
  return rows.map(toBlock);
}

/** Blocks above a height, oldest first: what a live reader has not seen yet. */
export async function blocksAfter(database: Queryable, height: number, limit: number): Promise<Block[]> {
  const rows = await database.rows<BlockRow>(
    'tracker.blocks.after',
    sql`select ${columns} from tracker.block where height > ${height} order by height limit ${limit}`,
  );
  return rows.map(toBlock);
}

export async function findBlock(database: Queryable, height: number): Promise<Block | null> {
  const row = await database.row<BlockRow>(
    'tracker.block',
    sql`select ${columns} from tracker.block where height = ${height}`,
  );
  return row === undefined ? null : toBlock(row);
}

/** The height of the block with this hash: two point reads, since the tables may be spread by different keys. */
export async function heightOfHash(database: Queryable, hash: string): Promise<number | null> {
  const row = await database.row<{ height: number }>(
    'tracker.block.by-hash',
    sql`select height from tracker.block_hash where hash = ${hashToBytes(hash)}`,
  );
  return row?.height ?? null;
}

function toBlock(row: BlockRow): Block {
  return {
    height: row.height,
    hash: hashFromBytes(row.hash),
    previousHash: row.previous_hash === null ? null : hashFromBytes(row.previous_hash),
    version: readText(row.version),
    timestamp: row.time,
    producer: row.producer === null ? null : addressFromBytes(row.producer),
    merkleRoot: row.merkle_root === null ? null : hashFromBytes(row.merkle_root),
    transactionCount: row.transaction_count,
    failedTransactionCount: row.failed_count,
    logCount: row.log_count,
    fees: row.fees,
  };
}
