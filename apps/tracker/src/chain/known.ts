import { addressFromBytes, addressToBytes, hashFromBytes, hashToBytes, type Receipt } from '@madang/icon';
import type { SealedBlock } from '@madang/indexer';
import { sql, type Queryable } from '@madang/pg';
import { contractChanges } from '../domain/contract-changes.ts';
import type { Contract, ContractVersion, Language } from '../domain/contract-history.ts';
import type { ScoreApi } from '../domain/token-standard.ts';

/** A contract and its API as the node gave it last. */
export interface KnownContract {
  readonly contract: Contract;
  readonly api: ScoreApi;
}

/** What is kept already about the contracts that a batch touches. */
export interface Known {
  readonly contracts: ReadonlyMap<string, KnownContract>;
  /** The contract that a deploy transaction made or updated, for verdicts that name only the deploy. */
  readonly addressOfDeploy: ReadonlyMap<string, string>;
  /** Contracts that moved a token before. */
  readonly tokens: ReadonlySet<string>;
  /** Null before the genesis is written. */
  readonly auditEnabled: boolean | null;
}

/** Reads what is kept about the contracts that these blocks touch. */
export async function loadKnown(database: Queryable, blocks: readonly SealedBlock[]): Promise<Known> {
  const touched = touchedBy(blocks);
  const addressOfDeploy = await addressesOfDeploys(database, touched.deploys);
  const addresses = [...new Set([...touched.addresses, ...addressOfDeploy.values()])].map(addressToBytes);
  const [contracts, tokens, genesis] = await Promise.all([
    loadContracts(database, addresses),
    database.rows<{ address: Buffer }>(
      'tracker.known.tokens',
      sql`select address from tracker.token where address = any(${addresses})`,
    ),
    database.row<{ audit_enabled: boolean }>(
      'tracker.known.genesis',
      sql`select audit_enabled from tracker.genesis`,
    ),
  ]);
  return {
    contracts,
    addressOfDeploy,
    tokens: new Set(tokens.map(({ address }) => addressFromBytes(address))),
    auditEnabled: genesis?.audit_enabled ?? null,
  };
}

function touchedBy(blocks: readonly SealedBlock[]): { addresses: Set<string>; deploys: Set<string> } {
  const addresses = new Set<string>();
  const deploys = new Set<string>();
  for (const { block, receipts } of blocks) {
    for (const [index, receipt] of receipts.entries()) {
      for (const { address } of receipt.logs) addresses.add(address);
      for (const change of changesAt(block.transactions[index], receipt)) {
        if ('address' in change) addresses.add(change.address);
        else deploys.add(change.deployHash);
      }
    }
  }
  return { addresses, deploys };
}

/** {@link contractChanges} of a transaction that a block lists. */
export function changesAt(
  transaction: SealedBlock['block']['transactions'][number] | undefined,
  receipt: Receipt,
): ReturnType<typeof contractChanges> {
  return transaction === undefined ? [] : contractChanges(transaction, receipt);
}

async function addressesOfDeploys(
  database: Queryable,
  deploys: ReadonlySet<string>,
): Promise<Map<string, string>> {
  if (deploys.size === 0) return new Map();
  const rows = await database.rows<{ address: Buffer; deploy_hash: Buffer }>(
    'tracker.known.deploys',
    sql`
      select address, deploy_hash from tracker.contract_version
      where deploy_hash = any(${[...deploys].map(hashToBytes)})`,
  );
  return new Map(
    rows.map(({ address, deploy_hash }) => [hashFromBytes(deploy_hash), addressFromBytes(address)]),
  );
}

interface ContractRow {
  readonly address: Buffer;
  readonly language: Language | null;
  readonly owner: Buffer | null;
  readonly blocked: boolean;
  readonly disabled: boolean;
  readonly first_height: number;
  readonly api: string | null;
}

/** Contracts as they are kept, by address; those that are not known are left out. */
export async function loadContracts(
  database: Queryable,
  addresses: readonly Buffer[],
): Promise<Map<string, KnownContract>> {
  const [rows, versions] = await Promise.all([
    database.rows<ContractRow>(
      'tracker.known.contracts',
      sql`
        select address, language, owner, blocked, disabled, first_height, api
        from tracker.contract where address = any(${addresses})`,
    ),
    loadVersions(database, addresses),
  ]);
  return new Map(rows.map((row) => [addressFromBytes(row.address), toKnown(row, versions)]));
}

function toKnown(row: ContractRow, versions: ReadonlyMap<string, ContractVersion[]>): KnownContract {
  const address = addressFromBytes(row.address);
  return {
    contract: {
      address,
      firstHeight: row.first_height,
      owner: row.owner === null ? null : addressFromBytes(row.owner),
      language: row.language,
      blocked: row.blocked,
      disabled: row.disabled,
      versions: versions.get(address) ?? [],
    },
    api: row.api === null ? null : (JSON.parse(row.api) as ScoreApi),
  };
}

interface VersionRow {
  readonly address: Buffer;
  readonly deploy_hash: Buffer;
  readonly height: number;
  readonly language: Language | null;
  readonly status: ContractVersion['status'];
  readonly audit_hash: Buffer | null;
  readonly code_hash: Buffer | null;
}

/** The versions of contracts, oldest first, by address. */
export async function loadVersions(
  database: Queryable,
  addresses: readonly Buffer[],
): Promise<Map<string, ContractVersion[]>> {
  const rows = await database.rows<VersionRow>(
    'tracker.contract.versions',
    sql`
      select address, deploy_hash, height, language, status, audit_hash, code_hash
      from tracker.contract_version where address = any(${addresses})
      order by address, position`,
  );
  const found = new Map<string, ContractVersion[]>();
  for (const row of rows) {
    const address = addressFromBytes(row.address);
    const versions = found.get(address) ?? [];
    versions.push(toVersion(row));
    found.set(address, versions);
  }
  return found;
}

function toVersion(row: VersionRow): ContractVersion {
  return {
    deployHash: hashFromBytes(row.deploy_hash),
    height: row.height,
    language: row.language,
    status: row.status,
    auditHash: row.audit_hash === null ? null : hashFromBytes(row.audit_hash),
    codeHash: row.code_hash === null ? null : hashFromBytes(row.code_hash),
  };
}
