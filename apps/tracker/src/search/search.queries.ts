import { addressFromBytes, addressToBytes, hashToBytes } from '@madang/icon';
import { keepText, readText, sql, type Queryable } from '@madang/pg';
import { findBlock, heightOfHash } from '../block/block.queries.ts';
import {
  foundAddress,
  foundAsWhatItIs,
  foundBlock,
  foundContract,
  foundToken,
  foundTransaction,
  type NamedContract,
} from './found.ts';
import { readTerm, type SearchTerm } from './search-term.ts';
import { MOST_FOUND, type FoundItem } from './search.schema.ts';

/** Characters of a name that are read: a contract may call itself by half a megabyte. */
const MOST_READ = 1000;

/** What a text names, best first: what it names exactly, then names that are it, begin with it, have it in them. */
export async function search(database: Queryable, text: string): Promise<FoundItem[]> {
  const { height, hash, addresses, name } = readTerm(text);
  const found = await Promise.all([
    height === null ? [] : byHeight(database, height),
    hash === null ? [] : byHash(database, hash),
    addresses === null ? [] : byAddress(database, addresses),
    name === null ? [] : byName(database, name),
  ]);
  return found.flat().slice(0, MOST_FOUND);
}

async function byHeight(database: Queryable, height: number): Promise<FoundItem[]> {
  const block = await findBlock(database, height);
  return block === null ? [] : [foundBlock(height, block.hash)];
}

async function byHash(database: Queryable, hash: string): Promise<FoundItem[]> {
  const [height, transaction] = await Promise.all([
    heightOfHash(database, hash),
    database.row<{ kind: string; method: string | null }>(
      'tracker.search.transaction',
      sql`
        select transaction.kind, left(transaction.method, ${MOST_READ}) as method
        from tracker.transaction_hash join tracker.transaction using (height, index)
        where transaction_hash.hash = ${hashToBytes(hash)}`,
    ),
  ]);
  const found: FoundItem[] = [];
  if (height !== null) found.push(foundBlock(height, hash));
  if (transaction !== undefined)
    found.push(foundTransaction(hash, readText(transaction.method) ?? transaction.kind));
  return found;
}

interface NamedRow {
  readonly address: Buffer;
  readonly name: string | null;
  readonly symbol: string | null;
  readonly is_token: boolean;
}

const namedColumns = sql`
  address, left(contract.name, ${MOST_READ}) as name, left(contract.symbol, ${MOST_READ}) as symbol,
  token.standard is not null as is_token`;

/** Addresses in their order. A whole one is found as everything that it is, others as what they are most. */
async function byAddress(
  database: Queryable,
  { first, last }: NonNullable<SearchTerm['addresses']>,
): Promise<FoundItem[]> {
  const rows = await database.rows<NamedRow & { readonly is_contract: boolean }>(
    'tracker.search.address',
    sql`
      select ${namedColumns}, contract.status is not null as is_contract
      from tracker.address left join tracker.contract using (address) left join tracker.token using (address)
      where address between ${addressToBytes(first)} and ${addressToBytes(last)}
      order by address limit ${MOST_FOUND}`,
  );
  return rows.flatMap((row) => {
    const contract = toNamed(row);
    const asAddress = foundAddress(contract.address);
    if (!row.is_contract) return [asAddress];
    if (first !== last) return [foundAsWhatItIs(contract)];
    return [asAddress, foundContract(contract), ...(contract.isToken ? [foundToken(contract)] : [])];
  });
}

/** Contracts and tokens with a text in their name or symbol, in capitals or not; those that moved most first. */
async function byName(database: Queryable, text: string): Promise<FoundItem[]> {
  const part = sql`lower(${keepText(text)}::text)`;
  const rows = await database.rows<NamedRow>(
    'tracker.search.name',
    sql`
      select ${namedColumns}
      from tracker.contract left join tracker.token using (address)
      where strpos(lower(contract.name), ${part}) > 0 or strpos(lower(contract.symbol), ${part}) > 0
      order by
        case
          when ${part} in (lower(contract.name), lower(contract.symbol)) then 0
          when starts_with(lower(contract.name), ${part}) or starts_with(lower(contract.symbol), ${part}) then 1
          else 2
        end,
        token.transfers desc nulls last, address
      limit ${MOST_FOUND}`,
  );
  return rows.map((row) => foundAsWhatItIs(toNamed(row)));
}

function toNamed({ address, name, symbol, is_token: isToken }: NamedRow): NamedContract {
  return { address: addressFromBytes(address), name: readText(name), symbol: readText(symbol), isToken };
}
