import { addressFromBytes, addressToBytes } from '@madang/icon';
import { keepText, readText, sql, type Queryable, type Sql } from '@madang/pg';
import { loadVersions } from '../chain/known.ts';
import type { ScoreApi, TokenStandard } from '../domain/token-standard.ts';
import type { Contract, ContractQuery, ContractVersion } from './contract.schema.ts';

/** First height and address of a contract. */
export type ContractKey = readonly [firstHeight: number, address: string];

interface ContractRow {
  readonly address: Buffer;
  readonly name: string | null;
  readonly symbol: string | null;
  readonly language: Contract['language'];
  readonly owner: Buffer | null;
  readonly status: Contract['status'];
  readonly first_height: number;
  readonly api: string | null;
  readonly standard: TokenStandard | null;
}

const selectContracts = sql`
  select contract.address, contract.name, contract.symbol, contract.language, contract.owner, contract.status,
         contract.first_height, contract.api, token.standard
  from tracker.contract left join tracker.token on token.address = contract.address`;

/** Contracts before a key (null = from the newest), newest first. */
export async function listContracts(
  database: Queryable,
  { status, language, q }: ContractQuery,
  before: ContractKey | null,
  limit: number,
): Promise<Contract[]> {
  const conditions: Sql[] = [];
  if (status !== undefined) conditions.push(sql`contract.status = ${status}`);
  if (language !== undefined) conditions.push(sql`contract.language = ${language}`);
  if (q !== undefined) conditions.push(isNamed(q, sql`contract.address`));
  if (before !== null) conditions.push(isBefore(before));
  const where = conditions.length === 0 ? sql.empty : sql`where ${sql.join(conditions, sql` and `)}`;
  const rows = await database.rows<ContractRow>(
    'tracker.contracts',
    sql`
      ${selectContracts} ${where}
      order by contract.first_height desc, contract.address desc limit ${limit}`,
  );
  return toContracts(database, rows);
}

function isBefore([firstHeight, address]: ContractKey): Sql {
  return sql`(contract.first_height, contract.address) < (${firstHeight}, ${addressToBytes(address)})`;
}

/** Whether a text is a part of the contract's name or symbol, or its address begins with it, in capitals or not. */
export function isNamed(text: string, address: Sql): Sql {
  const literal = keepText(text).replace(/[\\%_]/g, '\\$&');
  const part = `%${literal}%`;
  return sql`
    (contract.name ilike ${part} or contract.symbol ilike ${part}
    or 'cx' || encode(substring(${address} from 2), 'hex') ilike ${`${literal}%`})`;
}

export async function findContract(database: Queryable, address: string): Promise<Contract | null> {
  const rows = await database.rows<ContractRow>(
    'tracker.contract',
    sql`${selectContracts} where contract.address = ${addressToBytes(address)}`,
  );
  return (await toContracts(database, rows))[0] ?? null;
}

async function toContracts(database: Queryable, rows: readonly ContractRow[]): Promise<Contract[]> {
  const versions = await loadVersions(
    database,
    rows.map(({ address }) => address),
  );
  return rows.map((row) => {
    const address = addressFromBytes(row.address);
    return toContract(address, row, versions.get(address) ?? []);
  });
}

function toContract(address: string, row: ContractRow, versions: readonly ContractVersion[]): Contract {
  return {
    address,
    name: readText(row.name),
    symbol: readText(row.symbol),
    language: row.language,
    owner: row.owner === null ? null : addressFromBytes(row.owner),
    status: row.status,
    firstHeight: row.first_height,
    versions: [...versions],
    api: row.api === null ? null : [...(JSON.parse(row.api) as NonNullable<ScoreApi>)],
    token: row.standard,
  };
}
