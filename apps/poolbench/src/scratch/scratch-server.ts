import { startEmbedded, type EmbeddedSettings } from '@madang/pg/embedded';
import type { Logger } from '@madang/telemetry';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER_FILE, ownerNote, removeAbandoned } from '../owned-folder/owned-folder.ts';
import type { MeasuredServer } from '../server/measured-server.ts';
import { targetOf } from '../server/own-server.ts';
import { freePort } from './free-port.ts';

/** A PostgreSQL of our own, for as long as a benchmark runs. */
export interface ScratchServer extends MeasuredServer {
  /** Of its first process; the others are its children. Another one after a restart. */
  readonly pid: number;
  restart(): Promise<void>;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

/** By which the folders of scratch servers begin, in the system's folder for temporary files. */
const PREFIX = 'madang-poolbench-';

/** Back-ends that the largest sweep needs, with room for those who watch. */
const MAX_CONNECTIONS = '120';

/**
 * Starts a PostgreSQL that clients reach as they reach one elsewhere: by TCP, with SCRAM, and with statistics of its
 * statements. A socket without a password measures another world.
 */
export async function startScratchServer(log: Logger): Promise<ScratchServer> {
  // What a killed run left: its server ended with it, its files did not.
  await removeAbandoned({ parent: tmpdir(), prefix: PREFIX });
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  try {
    await writeFile(join(dataDir, OWNER_FILE), await ownerNote());
    const settings: EmbeddedSettings = {
      dataDir,
      log,
      listen: { host: '127.0.0.1', port: await freePort() },
      auth: 'scram-sha-256',
      preload: ['pg_stat_statements'],
      settings: { max_connections: MAX_CONNECTIONS, 'pg_stat_statements.track': 'top' },
    };
    let server = await startEmbedded(settings);
    const { tcpUrl } = server;
    if (tcpUrl === undefined) throw new TypeError('A server that listens has an address by TCP.');
    return {
      url: tcpUrl,
      target: targetOf(tcpUrl),
      scratch: true,
      get pid() {
        return server.pid;
      },
      async restart() {
        await server.stop();
        server = await startEmbedded(settings);
      },
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
