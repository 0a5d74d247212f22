import { startEmbedded } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

// Started by global-setup.ts: keeps a throwaway PostgreSQL for as long as standard input is open, and prints its address.

// Ctrl-C reaches every process of a terminal; ours ends when the test run has.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'madang-test-'));
const server = await startEmbedded({
  dataDir,
  log: createLogger({ level: 'warn' }),
  settings: {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    shared_buffers: '128MB',
    max_connections: '200',
  },
});
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await server.stop({ hurry: true });
await rm(dataDir, { recursive: true, force: true });
process.exit();
