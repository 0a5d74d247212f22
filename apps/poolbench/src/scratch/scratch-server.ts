import { startEmbedded } from '@madang/pg/embedded';
import type { Logger } from '@madang/telemetry';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A PostgreSQL of our own, for as long as a benchmark runs. */
export interface ScratchServer {
  /** By TCP, with the password. */
  readonly url: string;
  /** Of its first process; the others are its children. */
  readonly pid: number;
  readonly version: string;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

/** Back-ends that the largest sweep needs, with room for those who watch. */
const MAX_CONNECTIONS = '120';

/**
 * Starts a PostgreSQL that clients reach as they reach one elsewhere: by TCP, with SCRAM, and with statistics of its
 * statements. A socket without a password measures another world.
 */
export async function startScratchServer(log: Logger): Promise<ScratchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'madang-poolbench-'));
  try {
    const server = await startEmbedded({
      dataDir,
      log,
      listen: { host: '127.0.0.1', port: await freePort() },
      auth: 'scram-sha-256',
      preload: ['pg_stat_statements'],
      settings: { max_connections: MAX_CONNECTIONS, 'pg_stat_statements.track': 'top' },
    });
    const { tcpUrl, pid, version } = server;
    if (tcpUrl === undefined) throw new TypeError('A server that listens has an address by TCP.');
    return {
      url: tcpUrl,
      pid,
      version,
      async stop() {
        await server.stop();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}
