import type { Logger } from '@madang/telemetry';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from '../../adapter/target.ts';
import { probe } from '../../prober/probe.ts';
import { placeOf } from '../../prober/target.ts';
import { secretCutter } from '../../record/secrets.ts';
import { freePort } from '../../scratch/free-port.ts';
import {
  settingsText,
  usersText,
  type Configuration,
  type PgBouncerAuth,
  type PoolMode,
} from './configuration.ts';
import { openConsole, type Console, type PgBouncerStats } from './console.ts';
import { noWayThrough, startFailed, tooOld } from './errors.ts';
import { findPgBouncer, isAtLeast, type PgBouncer } from './find-pgbouncer.ts';
import { launch, type PgBouncerProcess } from './launch.ts';
import { cleanUpAfterKilled } from './leftovers.ts';
import { readServerSecret } from './server-secret.ts';
import { makeWorkplace, type Workplace } from './workplace.ts';

export interface PgBouncerTerms {
  /** Clients log in to PgBouncer as this user, and it as the same to the server. */
  readonly server: Target;
  readonly poolMode: PoolMode;
  readonly auth: PgBouncerAuth;
  /** Connections to the server, at most. */
  readonly poolSize: number;
  /** 0 for none; PgBouncer's own unless given. From 1.21 on. */
  readonly maxPreparedStatements?: number;
  /** 500 unless given. */
  readonly maxClientConnections?: number;
  /** Where its folder is made; the system's folder for temporary files unless given. */
  readonly folder?: string;
  readonly log: Logger;
}

/** A PgBouncer of our own before a server. */
export interface RunningPgBouncer {
  /** The server through it, without TLS. */
  readonly target: Target;
  /** It is one process, with one thread. */
  readonly pid: number;
  readonly version: string;
  stats(): Promise<PgBouncerStats>;
  /** Breaks all connections, ends it, and removes its files. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const POLL_MS = 20;
const QUOTED_LINES = 6;

/**
 * Starts PgBouncer on a port of the loopback below 32768. What a killed run left is cleaned up before; and we log in once, to the server
 * and then through PgBouncer, so that what is wrong is told at once. It ends with the thread that started it.
 *
 * @throws POOLBENCH_PGBOUNCER_… with the end of its log, in which no password is left; POOLBENCH_PROBE_… of the server
 */
export async function startPgBouncer(terms: PgBouncerTerms): Promise<RunningPgBouncer> {
  const { server, auth, folder, log } = terms;
  const found = await findFitting(terms);
  // PgBouncer would hold us for long before it told that it cannot reach the server, or is refused there.
  await probe(server, { deadlineMs: PATIENCE_MS });
  const secret = auth === 'scram-sha-256-secret' ? await readServerSecret(server) : undefined;
  const removed = await cleanUpAfterKilled(folder);
  if (removed.length > 0) log.info({ folders: removed }, 'removed what a killed run left of PgBouncer');
  const workplace = await makeWorkplace(folder);
  try {
    const { poolMode, poolSize, maxPreparedStatements, maxClientConnections = 500 } = terms;
    const configuration: Configuration = {
      ...{ server, auth, poolMode, poolSize, maxPreparedStatements, maxClientConnections },
      port: await freePort(),
      files: workplace.files,
      watcher: { user: 'poolbench_watcher', password: randomBytes(18).toString('base64url') },
    };
    return await start(found, configuration, secret, workplace);
  } catch (error) {
    await workplace.remove();
    throw error;
  }
}

async function findFitting({ maxPreparedStatements }: PgBouncerTerms): Promise<PgBouncer> {
  const found = await findPgBouncer();
  if (found === null)
    throw startFailed({ what: 'it is not installed (Debian: apt-get install pgbouncer)', log: '' });
  if (maxPreparedStatements !== undefined && !isAtLeast(found.version, '1.21'))
    throw tooOld({ version: found.version, setting: 'max_prepared_statements', since: '1.21' });
  return found;
}

async function start(
  { path, version }: PgBouncer,
  configuration: Configuration,
  secret: string | undefined,
  workplace: Workplace,
): Promise<RunningPgBouncer> {
  const { server, auth, port, watcher } = configuration;
  const { files, write, remove } = workplace;
  await write(files.settings, settingsText(configuration));
  await write(files.users, usersText(configuration, secret));
  await write(files.log, '');
  if (server.tls?.ca !== undefined) await write(files.authority, server.tls.ca);

  const secrets = [server.password, secret, watcher.password].filter((text) => text !== undefined);
  const lastWords = (): Promise<string> => endOf(files.log, secretCutter(secrets));
  const bouncer = await launch(path, workplace);
  const { tls: _, ...plain } = server;
  const target: Target = { ...plain, host: '127.0.0.1', port };
  let console: Console | undefined;
  try {
    console = await whenReady(bouncer, () => openConsole(port, watcher), lastWords);
    await probe(target, { deadlineMs: PATIENCE_MS }).catch(async (error: unknown) => {
      throw noWayThrough({ where: placeOf(server), auth, log: await lastWords() }, error);
    });
  } catch (error) {
    await console?.close();
    await bouncer.stop();
    throw error;
  }
  const { stats, close } = console;
  return {
    target,
    pid: bouncer.pid,
    version,
    stats: () => stats(server.database),
    async stop() {
      await close();
      await bouncer.stop();
      await remove();
    },
  };
}

/** The console, as soon as it lets us in. */
async function whenReady(
  bouncer: PgBouncerProcess,
  open: () => Promise<Console>,
  lastWords: () => Promise<string>,
): Promise<Console> {
  for (const end = performance.now() + PATIENCE_MS; ;) {
    try {
      return await open();
    } catch (error) {
      if (bouncer.hasEnded())
        throw startFailed({ what: await bouncer.exited, log: await lastWords() }, error);
      if (performance.now() > end)
        throw startFailed(
          { what: `nobody could log in within ${PATIENCE_MS} ms`, log: await lastWords() },
          error,
        );
      await sleep(POLL_MS);
    }
  }
}

async function endOf(file: string, cut: (text: string) => string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return cut(text.trimEnd().split('\n').slice(-QUOTED_LINES).join('\n'));
}
