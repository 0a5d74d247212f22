import { startEmbedded, type EmbeddedServer, type EmbeddedSettings } from '@madang/pg/embedded';
import type { Logger } from '@madang/telemetry';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../adapter/target.ts';
import { OWNER_FILE, ownerNote, removeAbandoned } from '../owned-folder/owned-folder.ts';
import type { MeasuredServer } from '../server/measured-server.ts';
import { targetOf } from '../server/own-server.ts';
import type { Entrance } from './entrance.ts';
import { freePort } from './free-port.ts';
import { createLogins, loginOf } from './logins.ts';
import { createTransportSecurity, type TransportSecurity } from './transport-security.ts';

/** A PostgreSQL of our own, for as long as a benchmark runs. */
export interface ScratchServer extends MeasuredServer {
  /** Of its first process; the others are its children. Another one after a restart. */
  readonly pid: number;
  restart(): Promise<void>;
  entrance(of: Entrance): Promise<Target>;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

/** By which the folders of scratch servers begin, in the system's folder for temporary files. */
const PREFIX = 'madang-poolbench-';

const HOST = '127.0.0.1';

/** Back-ends that the largest sweep needs, with room for those who watch. */
const MAX_CONNECTIONS = '120';

/**
 * Starts a PostgreSQL that clients reach as they reach one elsewhere: by TCP, with SCRAM, and with statistics of its
 * statements. A socket without a password measures another world. Who asks for another entrance gets that, too: through TLS, by the
 * socket, by another method of authentication.
 */
export async function startScratchServer(log: Logger): Promise<ScratchServer> {
  // What a killed run left: its server ended with it, its files did not.
  await removeAbandoned({ parent: tmpdir(), prefix: PREFIX });
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  try {
    await writeFile(join(dataDir, OWNER_FILE), await ownerNote());
    const security = await createTransportSecurity(dataDir, HOST);
    const settings: EmbeddedSettings = {
      dataDir,
      log,
      listen: { host: HOST, port: await freePort() },
      auth: 'scram-sha-256',
      preload: ['pg_stat_statements'],
      settings: {
        max_connections: MAX_CONNECTIONS,
        'pg_stat_statements.track': 'top',
        ...security.settings,
      },
    };
    let server = await startEmbedded(settings);
    let logins: Promise<void> | undefined;
    const { tcpUrl } = server;
    if (tcpUrl === undefined) throw new TypeError('A server that listens has an address by TCP.');
    const target = targetOf(tcpUrl);
    return {
      url: tcpUrl,
      target,
      scratch: true,
      get pid() {
        return server.pid;
      },
      async restart() {
        await server.stop();
        server = await startEmbedded(settings);
        // It has its rules written anew at each start.
        logins = undefined;
      },
      async entrance(of) {
        logins ??= createLogins(server.url, target.password ?? '');
        await logins;
        return targetAt(of, { server, target, security });
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

interface Place {
  readonly server: EmbeddedServer;
  readonly target: Target;
  readonly security: TransportSecurity;
}

function targetAt({ transport, tls, authentication }: Entrance, { server, target, security }: Place): Target {
  const { host, port } = transport === 'socket' ? targetOf(server.url) : target;
  const channelBinding = authentication === 'scram-sha-256-plus';
  return {
    ...target,
    ...{ host, port, user: loginOf(authentication) },
    ...(tls && { tls: { verify: true, ca: security.authority, channelBinding } }),
  };
}
