import { readArchive } from '@madang/icon/archive';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { InputFile } from '../domain/package/package.ts';
import { inputTooLarge, notAFile, notAPackage, notReadable, nothingThere, nothingToRead } from './errors.ts';

/** A folder may hold many packages; more than this is somebody's disk. All facts stay in memory: a megabyte of contracts takes about 85 of them. */
export const FOLDER_LIMITS = {
  files: 20_000,
  fileBytes: 8 * 1024 * 1024,
  totalBytes: 12 * 1024 * 1024,
} as const;

/** Folders that no package brings along. */
const PASSED_OVER = new Set(['node_modules', '__pycache__', '__MACOSX']);

/** What was handed in. */
export interface Input {
  readonly files: readonly InputFile[];
  /** Absolute path of the folder that the files lie in; nothing of an archive and of standard input, whose files nobody can write. */
  readonly home: string | undefined;
}

/**
 * The files of a folder, a Python file, a zip, or the hex content of a deploy transaction; `-` reads a zip, hex or Python source from
 * standard input. Only what an audit reads is kept: Python and `package.json`.
 */
export async function openInput(path: string, stdinName = 'stdin.py'): Promise<Input> {
  if (path === '-') {
    const files = await fromBytes(await readAll(process.stdin), stdinName, path);
    return { files, home: undefined };
  }
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw nothingThere({ path });
  if (!found.isDirectory() && !found.isFile()) throw notAFile({ path });
  const input = found.isDirectory()
    ? { files: await readFolder(path), home: resolve(path) }
    : await openFile(path, found.size);
  if (!input.files.some(({ path: name }) => isWanted(name))) throw nothingToRead({ path });
  return input;
}

/** The files alone of what `openInput` opens. */
export async function readInput(path: string): Promise<InputFile[]> {
  return [...(await openInput(path)).files];
}

async function openFile(path: string, size: number): Promise<Input> {
  const bytes = await readBounded(path, size);
  const files = await fromBytes(bytes, basename(path), path);
  const isItself = files.length === 1 && files[0]?.bytes === bytes;
  return { files, home: isItself ? dirname(resolve(path)) : undefined };
}

/** The files of a zip or of the hex content of a deploy transaction, or the one file that the bytes are. */
export async function fromBytes(bytes: Uint8Array, name: string, path: string): Promise<InputFile[]> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fromZip(bytes);
  const hex = hexOf(bytes);
  if (hex !== undefined) return fromZip(hex);
  if (!name.endsWith('.py')) throw notAPackage({ path });
  return [{ path: name, bytes }];
}

async function fromZip(zip: Uint8Array): Promise<InputFile[]> {
  const { files } = await readArchive(zip);
  return files.map(({ path, bytes }) => ({ path, bytes }));
}

/** `0x504b0304…` with white space or quotation marks around it, as a wallet or an explorer shows it. */
function hexOf(bytes: Uint8Array): Uint8Array | undefined {
  const head = Buffer.from(bytes.subarray(0, 40)).toString('latin1');
  if (!/^[\s"']*0x504b/i.test(head)) return undefined;
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\s"']/g, '')
    .slice(2);
  return /^(?:[\da-f]{2})*$/i.test(text) ? Buffer.from(text, 'hex') : undefined;
}

async function readFolder(root: string): Promise<InputFile[]> {
  const files: InputFile[] = [];
  let total = 0;
  const visit = async (folder: string, prefix: string): Promise<void> => {
    const entries = await readable(folder, () => readdir(folder, { withFileTypes: true }));
    for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || PASSED_OVER.has(entry.name)) continue;
      const path = join(folder, entry.name);
      // Links are not followed: a package that is unpacked on a node has none.
      if (entry.isDirectory()) await visit(path, `${prefix}${entry.name}/`);
      else if (entry.isFile() && isWanted(entry.name)) {
        const { size } = await readable(path, () => stat(path));
        total += size;
        if (files.length >= FOLDER_LIMITS.files)
          throw inputTooLarge({ path: root, what: 'the number of its files', limit: FOLDER_LIMITS.files });
        if (total > FOLDER_LIMITS.totalBytes)
          throw inputTooLarge({
            path: root,
            what: 'the size of its files in bytes',
            limit: FOLDER_LIMITS.totalBytes,
          });
        files.push({ path: prefix + entry.name, bytes: await readBounded(path, size) });
      }
    }
  };
  await visit(root, '');
  return files;
}

async function readBounded(path: string, size: number): Promise<Uint8Array> {
  if (size > FOLDER_LIMITS.fileBytes)
    throw inputTooLarge({ path, what: 'its size in bytes', limit: FOLDER_LIMITS.fileBytes });
  return readable(path, () => readAtMost(path, size));
}

/** A file that grows while it is read is read as it was when its size was asked for. */
async function readAtMost(path: string, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  const file = await open(path);
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read)
      read = (await file.read(bytes, length, size - length)).bytesRead;
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

async function readable<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw notReadable({ path, why: error instanceof Error ? error.message : String(error) }, error);
  }
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > FOLDER_LIMITS.fileBytes)
      throw inputTooLarge({ path: '-', what: 'its size in bytes', limit: FOLDER_LIMITS.fileBytes });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const isWanted = (name: string) => name.endsWith('.py') || basename(name) === 'package.json';
