import { createHash } from 'node:crypto';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/**
 * Waits until nobody else is starting a server in the directory (`onWait` is called once if it has to), and keeps others waiting
 * until `release`. It is a socket in
 * Linux's abstract namespace: it leaves no file, and it ends with the process that holds it, however that ends.
 */
export async function lockStart(
  directory: string,
  onWait: () => void,
): Promise<{ release: () => Promise<void> }> {
  const name = `\0madang-postgres-${createHash('sha256').update(directory).digest('hex')}`;
  for (let waited = false; ; waited = true) {
    const server = await bind(name);
    if (server !== undefined)
      return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    if (!waited) onWait();
    await sleep(POLL_MS);
  }
}

function bind(name: string): Promise<net.Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    // Exclusive: a worker of node:cluster would otherwise share its parent's socket.
    server.listen({ path: name, exclusive: true }, () => resolve(server));
  });
}
