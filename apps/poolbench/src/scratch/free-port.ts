import { createServer } from 'node:net';

const [FIRST, LAST] = [20_000, 32_000] as const;

/**
 * A free port of the loopback below 32768. A benchmark that opens a connection for each query leaves thousands of its own
 * ports waiting above that (TIME-WAIT), and one of them may be the one that a server is to have.
 */
export async function freePort(): Promise<number> {
  for (let port = FIRST + Math.floor(Math.random() * (LAST - FIRST)); ; port = port < LAST ? port + 1 : FIRST)
    if (await isFree(port)) return port;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
