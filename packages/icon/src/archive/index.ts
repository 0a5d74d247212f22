export { archiveDamaged, archiveTooLarge, archiveUnsafe } from './errors.ts';
export { ARCHIVE_LIMITS } from './limits.ts';
export { readArchive } from './read-archive.ts';
export type { Archive, ArchiveFile } from './read-archive.ts';
