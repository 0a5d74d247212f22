import type { Entry } from 'yauzl';
import { archiveTooLarge } from './errors.ts';

/** What a node accepts of a contract (goloop service/contract), and a bound on the number of entries. Sizes are in bytes. */
export const ARCHIVE_LIMITS = { entries: 2000, fileBytes: 1024 * 1024, totalBytes: 2 * 1024 * 1024 } as const;

/** Refuses more entries than {@link ARCHIVE_LIMITS}, before they are listed. */
export function checkCount(entries: number): void {
  const limit = ARCHIVE_LIMITS.entries;
  if (entries > limit) throw archiveTooLarge({ what: 'the number of its entries is', found: entries, limit });
}

/** Refuses files that say they are larger than {@link ARCHIVE_LIMITS}, before they are inflated. */
export function checkSizes(files: readonly { readonly path: string; readonly entry: Entry }[]): void {
  let total = 0;
  for (const { path, entry } of files) {
    const found = entry.uncompressedSize;
    const limit = ARCHIVE_LIMITS.fileBytes;
    if (found > limit) throw archiveTooLarge({ what: `the size of "${path}" in bytes is`, found, limit });
    total += found;
  }
  const limit = ARCHIVE_LIMITS.totalBytes;
  if (total > limit)
    throw archiveTooLarge({ what: 'the size of all its files in bytes is', found: total, limit });
}
