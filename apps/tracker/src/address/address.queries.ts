import { addressFromBytes, addressToBytes } from '@madang/icon';
import { readText, sql, type Queryable } from '@madang/pg';
import type { TokenStandard } from '../domain/token-standard.ts';
import type { AddressDetail, HeldToken } from './address.schema.ts';
import { labelOf } from './well-known.ts';

interface AddressRow {
  readonly first_height: number;
  readonly last_height: number;
  readonly transaction_count: number;
  readonly sent_count: number;
  readonly received_count: number;
  readonly token_transfer_count: number;
  readonly internal_transfer_count: number;
  readonly log_count: number;
  readonly is_contract: boolean;
  readonly name: string | null;
  readonly standard: TokenStandard | null;
}

/** What the tables say about an address itself. */
export type AddressSummary = Omit<AddressDetail, 'balance' | 'tokens' | 'tokenCount'>;

export async function findAddress(database: Queryable, address: string): Promise<AddressSummary | null> {
  const row = await database.row<AddressRow>(
    'tracker.address',
    sql`
      select address.first_height, address.last_height, transaction_count, sent_count, received_count,
             token_transfer_count, internal_transfer_count, log_count,
             contract.status is not null as is_contract, contract.name, token.standard
      from tracker.address left join tracker.contract using (address) left join tracker.token using (address)
      where address = ${addressToBytes(address)}`,
  );
  return row === undefined ? null : toSummary(address, row);
}

/** Whether anything on the chain has named the address. */
export async function isKnownAddress(database: Queryable, address: string): Promise<boolean> {
  const row = await database.row(
    'tracker.address.known-one',
    sql`select first_height from tracker.address where address = ${addressToBytes(address)}`,
  );
  return row !== undefined;
}

function toSummary(address: string, row: AddressRow): AddressSummary {
  return {
    address,
    kind: row.is_contract ? 'contract' : 'account',
    label: labelOf(address) ?? readText(row.name),
    token: row.standard,
    firstHeight: row.first_height,
    lastHeight: row.last_height,
    transactionCount: row.transaction_count,
    sentCount: row.sent_count,
    receivedCount: row.received_count,
    tokenTransferCount: row.token_transfer_count,
    internalTransferCount: row.internal_transfer_count,
    logCount: row.log_count,
  };
}

interface HeldRow {
  readonly token: Buffer;
  readonly standard: TokenStandard;
  readonly symbol: string | null;
  readonly decimals: number | null;
  readonly balance: string;
  /** Of all that are held. */
  readonly count: number;
}

/** The tokens that an address holds, those that moved most first, and how many there are beyond the limit. */
export async function tokensHeldBy(
  database: Queryable,
  address: string,
  limit: number,
): Promise<{ tokens: HeldToken[]; tokenCount: number }> {
  const rows = await database.rows<HeldRow>(
    'tracker.address.tokens',
    sql`
      select holding.token, token.standard, contract.symbol, contract.decimals, holding.balance,
             count(*) over () as count
      from tracker.holding
      join tracker.token on token.address = holding.token
      left join tracker.contract on contract.address = holding.token
      where holding.holder = ${addressToBytes(address)} and holding.balance <> 0
      order by token.transfers desc, token.address
      limit ${limit}`,
  );
  return {
    tokens: rows.map(({ token, symbol, standard, decimals, balance }) => ({
      token: addressFromBytes(token),
      standard,
      symbol: readText(symbol),
      decimals,
      balance,
    })),
    tokenCount: rows[0]?.count ?? 0,
  };
}
