import type { Logger } from '@madang/telemetry';
import { copyFile, open, stat, truncate, type FileHandle } from 'node:fs/promises';
import { giveTo, readIfPresent } from './files.ts';
import type { RunAs } from './run-as.ts';

const LARGEST_BYTES = 10 * 2 ** 20;
const CHECK_MS = 60_000;
const QUOTED_LINES = 8;

/** Opens the file that a server writes its messages to. */
export async function openServerLog(file: string, as: RunAs): Promise<FileHandle> {
  const handle = await open(file, 'a', 0o600);
  await giveTo(file, as);
  return handle;
}

/** Keeps the file below 10 MiB while the server runs, and as much of what was before beside it. Call the result to stop. */
export function boundServerLog(file: string, log: Logger): () => void {
  const check = (): void => {
    cutIfLong(file).catch((error: unknown) =>
      log.warn({ file, error }, 'the log of PostgreSQL could not be cut'),
    );
  };
  check();
  const timer = setInterval(check, CHECK_MS).unref();
  return () => clearInterval(timer);
}

/** The last lines, for an error message. */
export async function lastLines(file: string): Promise<string> {
  const text = (await readIfPresent(file)) ?? '';
  return text.trimEnd().split('\n').slice(-QUOTED_LINES).join('\n');
}

// The server appends, so that cutting the file under it is safe.
async function cutIfLong(file: string): Promise<void> {
  const { size } = await stat(file);
  if (size <= LARGEST_BYTES) return;
  await copyFile(file, `${file}.old`);
  await truncate(file);
}
