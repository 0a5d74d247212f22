import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderInUse } from '../errors.ts';

/** One that is just ending is waited for. */
const TRIES = 20;
const BETWEEN_TRIES_MS = 100;

/**
 * Takes a folder for this process alone, and gives a function that gives it back. The lock is a socket without a file, which ends with
 * the process however that ends; where there are no such sockets, there is no lock.
 *
 * @throws LOCALNET_FOLDER_IN_USE
 */
export async function lockFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true });
  if (process.platform !== 'linux') return () => undefined;
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex');
  for (let left = TRIES; ; left -= 1) {
    const lock = await bind(`\0madang-localnet-${name}`);
    if (lock !== null) return () => void lock.close();
    if (left === 0) throw folderInUse({ folder });
    await sleep(BETWEEN_TRIES_MS);
  }
}

/** Null when another process has it. */
function bind(name: string): Promise<Server | null> {
  const lock = createServer().unref();
  return new Promise((resolve, reject) => {
    lock.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    // Exclusive: a worker of node:cluster would otherwise share its parent's socket.
    lock.listen({ path: name, exclusive: true }, () => resolve(lock));
  });
}
