import { raise, type CodedError } from '@madang/errors';
import type { Archive } from '@madang/icon/archive';
import type { Queryable } from '@madang/pg';
import { contractNotFound, sourceMissing, versionNotFound } from './contract.errors.ts';
import { findContract } from './contract.queries.ts';
import type { Contract, ContractVersion } from './contract.schema.ts';
import { contractWords } from './contract.words.ts';
import { MISSING_WORDS } from './missing-words.ts';
import { openSource, type OpenedArchive } from './open-source.ts';
import { findSent } from './source.queries.ts';
import type { ContractSource, SourceFile } from './source.schema.ts';

/** A contract's source, and the archive that it was read from; null when that is not shown. */
export interface LoadedSource {
  readonly source: ContractSource;
  readonly opened: Archive | null;
  /** What to answer when a file of it is asked for all the same. */
  readonly refusal: CodedError | null;
}

/**
 * The source of a version of a contract: of the current one, unless another's deploy transaction is named.
 * @throws TRACKER_CONTRACT_NOT_FOUND, TRACKER_CONTRACT_VERSION_NOT_FOUND
 */
export async function loadSource(
  database: Queryable,
  address: string,
  deploy: string | undefined,
): Promise<LoadedSource> {
  const contract = (await findContract(database, address)) ?? raise(contractNotFound({ address }));
  const version = versionOf(contract, deploy);
  const sent = version === null ? null : await findSent(database, version.deployHash);
  const { archive, opened, missing } = await openSource(version, sent);
  const files = opened === null ? [] : filesOf(opened);
  const why = missing === null ? null : toMissing(missing);
  return {
    source: { address, name: contract.name, version, archive, files, missing: why },
    opened,
    refusal: why === null ? null : (missing?.error ?? sourceMissing({ address, reason: why.message })),
  };
}

function versionOf({ address, versions }: Contract, deploy: string | undefined): ContractVersion | null {
  if (deploy === undefined)
    return versions.findLast(({ status }) => status === 'active') ?? versions.at(-1) ?? null;
  const named = versions.find(({ deployHash }) => deployHash === deploy);
  return named ?? raise(versionNotFound({ address, deploy }));
}

function filesOf({ files }: Archive): SourceFile[] {
  return files.map(({ path, bytes, text }, index) => ({
    index,
    path,
    size: bytes.length,
    isText: text !== null,
  }));
}

function toMissing({
  reason,
  error,
}: NonNullable<OpenedArchive['missing']>): NonNullable<ContractSource['missing']> {
  const message = error?.message ?? contractWords('en')(MISSING_WORDS[reason]);
  return { reason, code: error?.code ?? null, message };
}
