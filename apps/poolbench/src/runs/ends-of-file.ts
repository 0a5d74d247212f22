import { open, type FileHandle } from 'node:fs/promises';

/** What can be told of a log without reading it whole. */
export interface EndsOfFile {
  /** The first line, and the last one that is whole; null when there is none. */
  readonly first: string | null;
  readonly last: string | null;
  readonly bytes: number;
  /** Milliseconds since the Unix epoch. */
  readonly changedAt: number;
}

const LINE_FEED = 0x0a;
const FIRST_LOOK = 64 * 1024;
/** No record is longer: what looks so is no log. */
const LONGEST_LINE = 8 * 1024 * 1024;

/** Reads the first and the last line of a file, however long it is. */
export async function readEnds(path: string): Promise<EndsOfFile> {
  const handle = await open(path);
  try {
    const { size, mtimeMs } = await handle.stat();
    return {
      first: await firstLine(handle, size),
      last: await lastLine(handle, size),
      bytes: size,
      changedAt: mtimeMs,
    };
  } finally {
    await handle.close();
  }
}

async function firstLine(handle: FileHandle, size: number): Promise<string | null> {
  for (let length = FIRST_LOOK; ; length *= 4) {
    const bytes = await read(handle, 0, Math.min(length, size));
    const end = bytes.indexOf(LINE_FEED);
    if (end >= 0) return bytes.toString('utf8', 0, end);
    if (length >= size || length >= LONGEST_LINE) return null;
  }
}

async function lastLine(handle: FileHandle, size: number): Promise<string | null> {
  for (let length = FIRST_LOOK; ; length *= 4) {
    const start = Math.max(0, size - length);
    const bytes = await read(handle, start, size - start);
    const end = bytes.lastIndexOf(LINE_FEED);
    const before = end <= 0 ? -1 : bytes.lastIndexOf(LINE_FEED, end - 1);
    if (before >= 0 || (start === 0 && end >= 0)) return bytes.toString('utf8', before + 1, end);
    if (start === 0 || length >= LONGEST_LINE) return null;
  }
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
