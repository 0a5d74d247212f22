import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { archiveDamaged } from './errors.ts';
import { checkCount } from './limits.ts';

const END_BYTES = 22;
const HEADER_BYTES = 46;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;

/** Opens a zip archive and lists its central directory, names undecoded. Only one reading of the directory is accepted. */
export async function openDirectory(zip: Buffer): Promise<{ zipFile: ZipFile; entries: Entry[] }> {
  const zipFile = await orDamaged(null, fromBufferPromise(zip, { decodeStrings: false }));
  const end = endOf(zip, zipFile);
  checkCount(zipFile.entryCount);
  const entries = await orDamaged(null, listed(zipFile));
  const size = entries.reduce((sum, entry) => sum + headerBytes(entry), 0);
  if (size !== end.size) throw damaged('its list of entries is longer than it says');
  return { zipFile, entries };
}

/** Waits for the zip library; what it finds wrong is ICON_ARCHIVE_DAMAGED. */
export async function orDamaged<T>(entry: string | null, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    // It stands within a sentence of ours.
    throw archiveDamaged({ entry, problem: problem.replace(/\.$/, '') }, error);
  }
}

// Some readers take the list from where it is said to be, others from where it ends. Where these differ, one archive shows
// two contents. Zip64 has further such places, and nothing as small as a contract needs it.
function endOf(zip: Buffer, { comment }: ZipFile): { size: number } {
  const at = zip.length - END_BYTES - comment.length;
  if (at >= ZIP64_LOCATOR_BYTES && zip.readUInt32LE(at - ZIP64_LOCATOR_BYTES) === ZIP64_LOCATOR) {
    throw damaged('it is written as zip64, which is for archives of 4 GiB and more');
  }
  const size = zip.readUInt32LE(at + 12);
  const offset = zip.readUInt32LE(at + 16);
  if (offset + size !== at) throw damaged('its list of entries is not where it says');
  return { size };
}

async function listed(zipFile: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zipFile.eachEntry()) entries.push(entry);
  return entries;
}

function headerBytes({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): number {
  return HEADER_BYTES + fileNameLength + extraFieldLength + fileCommentLength;
}

function damaged(problem: string): Error {
  return archiveDamaged({ entry: null, problem });
}
