import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { orDamaged } from './directory.ts';
import { archiveDamaged, archiveUnsafe } from './errors.ts';

/** The content of an entry, inflated; it has the size and the check sum that the entry says. */
export async function readEntry(zipFile: ZipFile, path: string, entry: Entry): Promise<Buffer> {
  const header = await orDamaged(path, zipFile.readLocalFileHeaderPromise(entry, { minimal: false }));
  if (!header.fileName.equals(entry.fileNameRaw)) {
    throw archiveUnsafe({ entry: path, problem: 'has another name where its content is' });
  }
  const bytes = await orDamaged(path, inflated(zipFile, entry));
  if (crc32(bytes) !== entry.crc32) throw archiveDamaged({ entry: path, problem: 'its check sum is wrong' });
  return bytes;
}

async function inflated(zipFile: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zipFile.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
