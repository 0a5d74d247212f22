import { defineError, printable } from '@madang/errors';

const SHOWN = 200;

/** An archive that is made to do harm, or that two programs would read differently. */
export const archiveUnsafe = defineError<{ entry: string; problem: string }>({
  code: 'ICON_ARCHIVE_UNSAFE',
  status: 422,
  retry: 'never',
  message: ({ entry, problem }) =>
    `The archive is not opened: its entry ${quoted(entry)} ${problem}. Pack the contract again without it.`,
});

/** An archive beyond what a node accepts. */
export const archiveTooLarge = defineError<{ what: string; found: number; limit: number }>({
  code: 'ICON_ARCHIVE_TOO_LARGE',
  status: 413,
  retry: 'never',
  message: ({ what, found, limit }) =>
    `The archive is not opened: ${printable(what, SHOWN)} ${found}, and a node accepts no more than ${limit}. Leave out what the contract does not need.`,
});

/** Bytes that are not a zip archive, or no longer a whole one. */
export const archiveDamaged = defineError<{ entry: string | null; problem: string }>({
  code: 'ICON_ARCHIVE_DAMAGED',
  status: 422,
  retry: 'never',
  message: ({ entry, problem }) =>
    `The archive cannot be read${entry === null ? '' : ` at its entry ${quoted(entry)}`}: ${printable(problem, SHOWN)}. Compare its SHA3-256 with the code hash on the chain.`,
});

function quoted(entry: string): string {
  return `"${printable(entry, SHOWN)}"`;
}
