import { addressFromBytes, decodeLog, hashFromBytes } from '@madang/icon';
import { readText, sql } from '@madang/pg';
import { parameterNames } from '../domain/event-names.ts';
import type { ScoreApi } from '../domain/token-standard.ts';
import type { Log } from './log.schema.ts';

/** A row of a list of logs with the hash of its transaction and the API of its contract, as PostgreSQL gives it. */
export interface LogRow {
  readonly height: number;
  readonly transaction_index: number;
  readonly index: number;
  readonly hash: Buffer;
  readonly time: string;
  readonly address: Buffer;
  readonly signature: string | null;
  readonly indexed: string;
  readonly data: string;
  readonly api: string | null;
}

/** Columns of {@link LogRow}, of `log` joined with `transaction` and `contract`. */
export const logColumns = sql`
  log.height, log.transaction_index, log.index, transaction.hash, log.time, log.address, log.signature,
  log.indexed, log.data, contract.api`;

/** What {@link logColumns} are taken from. */
export const logSource = sql`
  tracker.log
  join tracker.transaction on transaction.height = log.height and transaction.index = log.transaction_index
  left join tracker.contract on contract.address = log.address`;

/** The logs as the API gives them. The API of a contract is read once, however many of its logs there are. */
export function toLogs(rows: readonly LogRow[]): Log[] {
  const apis = new Map<string, ScoreApi>();
  return rows.map((row) => {
    const address = addressFromBytes(row.address);
    let api = apis.get(address);
    if (api === undefined) {
      api = row.api === null ? null : (JSON.parse(row.api) as ScoreApi);
      apis.set(address, api);
    }
    return toLog(row, address, api);
  });
}

function toLog(row: LogRow, address: string, api: ScoreApi): Log {
  const indexed = JSON.parse(row.indexed) as (string | null)[];
  const data = JSON.parse(row.data) as (string | null)[];
  const decoded = decodeLog({ address, indexed, data });
  const params = decoded?.params ?? null;
  const names =
    decoded === null
      ? []
      : parameterNames(
          api,
          decoded.name,
          decoded.params.map(({ type }) => type),
        );
  return {
    height: row.height,
    transactionHash: hashFromBytes(row.hash),
    transactionIndex: row.transaction_index,
    index: row.index,
    timestamp: row.time,
    address,
    signature: readText(row.signature),
    indexed,
    data,
    name: decoded?.name ?? null,
    params: params?.map(({ type, value }, at) => ({ name: names[at] ?? null, type, value })) ?? null,
  };
}
