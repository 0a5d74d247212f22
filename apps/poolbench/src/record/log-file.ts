import { open, type FileHandle } from 'node:fs/promises';
import type { CodedError } from '@madang/errors';
import { logDiskFull, logUnwritable } from './record.errors.ts';

/** A file that grows by whole lines. What it holds after a failure is what it held before. */
export interface LogFile {
  /** Writes a line in one write. Throws POOLBENCH_LOG_DISK_FULL or …_UNWRITABLE. */
  append(line: string): Promise<void>;
  /** Puts everything onto the disk (fsync) and closes the file. Throws POOLBENCH_LOG_… */
  close(): Promise<void>;
}

/** Makes a file that was not there before. Throws POOLBENCH_LOG_… */
export async function createLogFile(path: string): Promise<LogFile> {
  try {
    return logFileOn(await open(path, 'ax'), path);
  } catch (error) {
    throw failureOf(error, path, 0);
  }
}

/** @param handle an empty file, open for appending */
export function logFileOn(handle: FileHandle, path: string): LogFile {
  let length = 0;
  let lines = 0;
  let torn: CodedError | undefined;
  return {
    async append(line) {
      if (torn !== undefined) throw torn;
      const bytes = Buffer.from(line);
      try {
        await writeWhole(handle, bytes);
      } catch (error) {
        const failure = failureOf(error, path, lines);
        // Half a line would spoil the next one. Where it cannot be taken back, there is no next one.
        await handle.truncate(length).catch(() => (torn = failure));
        throw failure;
      }
      length += bytes.length;
      lines += 1;
    },
    async close() {
      try {
        await handle.sync().finally(() => handle.close());
      } catch (error) {
        throw failureOf(error, path, lines);
      }
    },
  };
}

// A write is short only when the disk is about to be full; the rest then tells why.
async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    written += (await handle.write(bytes, written)).bytesWritten;
  }
}

/** No space, quota used up, file as large as it may be. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG'];

function failureOf(error: unknown, path: string, kept: number): CodedError {
  const reason = reasonOf(error);
  return NO_ROOM.includes(reason)
    ? logDiskFull({ path, reason, kept }, error)
    : logUnwritable({ path, reason }, error);
}

/** What the system calls the failure: `ENOENT`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
