import { startEmbedded } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

// Started by global-setup.ts: keeps a throwaway PostgreSQL for as long as standard input is open, and prints its address.

const PREFIX = 'madang-test-';

// Ctrl-C reaches every process of a terminal; ours ends when the test run has.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

await removeAbandoned();
const dataDir = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
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

// What killed keepers left: their servers ended with them, their directories did not.
async function removeAbandoned(): Promise<void> {
  for (const entry of await readdir(os.tmpdir())) {
    const keeper = new RegExp(`^${PREFIX}(\\d+)-`).exec(entry)?.[1];
    if (keeper !== undefined && !existsSync(`/proc/${keeper}`))
      await rm(path.join(os.tmpdir(), entry), { recursive: true, force: true });
  }
}
