import { sql, type Queryable } from '@madang/pg';
import type { Stats } from './status.schema.ts';

/** The counters, as of the height that they name. */
export async function readStats(database: Queryable): Promise<Stats> {
  const row = await database.row<Stats>(
    'tracker.stats',
    sql`
      select height, blocks, transactions, failed_transactions as "failedTransactions", logs,
        token_transfers as "tokenTransfers", internal_transfers as "internalTransfers", addresses, contracts, tokens
      from tracker.counter`,
  );
  return row ?? NOTHING;
}

const NOTHING: Stats = {
  height: -1,
  blocks: 0,
  transactions: 0,
  failedTransactions: 0,
  logs: 0,
  tokenTransfers: 0,
  internalTransfers: 0,
  addresses: 0,
  contracts: 0,
  tokens: 0,
};
