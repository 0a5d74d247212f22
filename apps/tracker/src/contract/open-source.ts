import { isObject, sha3 } from '@madang/icon';
import {
  archiveDamaged,
  archiveTooLarge,
  archiveUnsafe,
  readArchive,
  type Archive,
} from '@madang/icon/archive';
import type { CodedError } from '@madang/errors';
import type { ContractVersion } from './contract.schema.ts';
import type { ContractSource, Reason } from './source.schema.ts';

/** What a transaction sent, as far as it may hold a contract. */
export interface Sent {
  readonly kind: string;
  readonly data: unknown;
}

export interface OpenedArchive {
  readonly archive: ContractSource['archive'];
  /** Null when it is not shown; `missing` then says why. */
  readonly opened: Archive | null;
  readonly missing: { readonly reason: Reason; readonly error: CodedError | null } | null;
}

/**
 * Opens the archive that brought a version, after comparing its hash with the one that the chain names. Nothing is thrown for what
 * strangers may have sent.
 *
 * @param sent the transaction that brought the version; null when there is none
 */
export async function openSource(version: ContractVersion | null, sent: Sent | null): Promise<OpenedArchive> {
  const reason = unopenable(version, sent);
  const zip = reason === null ? bytesOf(sent?.data) : null;
  if (zip === null)
    return { archive: null, opened: null, missing: { reason: reason ?? 'unsent', error: null } };
  const hash = sha3(zip);
  const codeHash = version?.codeHash ?? null;
  const archive = { hash, size: zip.length, matches: codeHash === null ? null : codeHash === hash };
  if (archive.matches === false) return { archive, opened: null, missing: { reason: 'other', error: null } };
  try {
    return { archive, opened: await readArchive(zip), missing: null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { archive, opened: null, missing: { reason: 'refused', error } };
  }
}

function unopenable(version: ContractVersion | null, sent: Sent | null): Reason | null {
  if (version?.language === 'system') return 'system';
  if (sent?.kind === 'genesis') return 'genesis';
  if (version?.language === 'java') return 'java';
  return version === null || sent === null ? 'undeployed' : null;
}

function bytesOf(data: unknown): Buffer | null {
  const content = isObject(data) ? data['content'] : null;
  if (typeof content !== 'string' || !content.startsWith('0x')) return null;
  const bytes = Buffer.from(content.slice(2), 'hex');
  // What is no hexadecimal digit ends the bytes early.
  return bytes.length * 2 === content.length - 2 ? bytes : null;
}

function isRefusal(error: unknown): error is CodedError {
  return [archiveDamaged, archiveTooLarge, archiveUnsafe].some((kind) => kind.is(error));
}

/** Path of the file with the contract's class, by its package.json; null when that does not say. */
export function mainPath({ root, packageJson }: Archive): string | null {
  const name = packageJson?.['main_module'] ?? packageJson?.['main_file'];
  if (root === null || typeof name !== 'string') return null;
  return `${root}${name.replaceAll('.', '/')}.py`;
}
