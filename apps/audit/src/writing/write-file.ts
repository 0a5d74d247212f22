import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { notWritten } from './errors.ts';

/**
 * Writes a file whole or not at all: whoever reads it meanwhile reads the old one. A file that was there keeps its mode; what is no
 * file (`/dev/stdout`, a pipe) is written as it is.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const there = await stat(path).catch(() => undefined);
    if (there !== undefined && !there.isFile()) await writeFile(path, content);
    else await replace(there === undefined ? path : await realpath(path), content, there?.mode);
  } catch (error) {
    throw notWritten({ path, why: error instanceof Error ? error.message : String(error) }, error);
  }
}

async function replace(path: string, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.draft`);
  try {
    const file = await open(draft, 'wx');
    try {
      if (mode !== undefined) await file.chmod(mode & 0o777);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
