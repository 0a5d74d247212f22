import { addressToBytes, hashToBytes } from '@madang/icon';
import { keepText, sql, type Transaction } from '@madang/pg';
import { statusOf } from '../domain/contract-history.ts';
import type { BookEntry } from './contract-book.ts';
import { contractVersionTable } from './tables.ts';

/** Writes the contracts that came or changed, with all their versions. */
export async function writeContracts(tx: Transaction, entries: readonly BookEntry[]): Promise<void> {
  for (const entry of entries) await writeContract(tx, entry);
  const changed = entries.map(({ contract }) => contract);
  if (changed.length === 0) return;
  await tx.execute(
    'tracker.contract.versions.clear',
    sql`
      delete from tracker.contract_version
      where address = any(${changed.map(({ address }) => addressToBytes(address))})`,
  );
  await tx.copyIn(
    contractVersionTable,
    changed.flatMap(({ address, versions }) =>
      versions.map(({ deployHash, height, language, status, auditHash, codeHash }, position) => [
        addressToBytes(address),
        hashToBytes(deployHash),
        position,
        height,
        language,
        status,
        auditHash === null ? null : hashToBytes(auditHash),
        codeHash === null ? null : hashToBytes(codeHash),
      ]),
    ),
  );
}

// Contracts change a few times in their lives, so one statement each is enough.
async function writeContract(tx: Transaction, { contract, description }: BookEntry): Promise<void> {
  const { address, language, owner, blocked, disabled, firstHeight } = contract;
  await tx.execute(
    'tracker.contract.write',
    sql`
      insert into tracker.contract (address, language, owner, status, blocked, disabled, first_height)
      values (${addressToBytes(address)}, ${language}, ${owner === null ? null : addressToBytes(owner)},
        ${statusOf(contract)}, ${blocked}, ${disabled}, ${firstHeight})
      on conflict (address) do update
      set language = excluded.language, owner = excluded.owner, status = excluded.status,
          blocked = excluded.blocked, disabled = excluded.disabled`,
  );
  if (description === null) return;
  const { height, name, symbol, decimals, api } = description;
  await tx.execute(
    'tracker.contract.describe',
    sql`
      update tracker.contract
      set described_at = ${height}, name = ${keepText(name)}, symbol = ${keepText(symbol)}, decimals = ${decimals},
          api = ${api === null ? null : JSON.stringify(api)}
      where address = ${addressToBytes(address)}`,
  );
}
