import { setTimeout as sleep } from 'node:timers/promises';
import { unreachable } from '../errors.ts';
import { readSocketAuth } from './access-rules.ts';
import { addressesOf } from './address.ts';
import type { Cluster } from './cluster.ts';
import { directoryBusy } from './errors.ts';
import { readIfPresent } from './files.ts';
import type { Layout } from './layout.ts';
import type { PidFile } from './pid-file.ts';
import { prepareDatabase } from './prepare-database.ts';
import { isServerOf } from './processes.ts';
import { waitUntilReady, type Exit } from './server.ts';
import type { EmbeddedServer, EmbeddedSettings } from './settings.ts';
import { isPrivate } from './socket-directory.ts';

const WATCH_MS = 250;

/** Uses the server that another process has started in the directory, as it is; undefined when it ends before it can be used. */
export async function attach(
  layout: Layout,
  { listen, log }: EmbeddedSettings,
  cluster: Cluster,
  { pid }: PidFile,
): Promise<EmbeddedServer | undefined> {
  const isRunning = (): Promise<boolean> => isServerOf(pid, layout.cluster);
  const file = await waitUntilReady({ cluster: layout.cluster, isRunning, log });
  if (file === undefined) return undefined;
  if (!(await isPrivate(file.socketDirectory, [process.geteuid?.(), cluster.uid])))
    throw directoryBusy({
      directory: layout.cluster,
      pids: [pid],
      reason: `it is a server with its socket in ${file.socketDirectory}, which others can enter`,
    });
  const password = (await readIfPresent(layout.password)) ?? '';
  const version = await prepareDatabase(file, { current: password, next: undefined }).catch(unlessEnding);
  if (version === undefined) return undefined;
  log.info({ pid, dataDir: layout.dataDir }, 'attached to the PostgreSQL that runs here');
  if (listen !== undefined && file.listenAddress === '')
    log.warn({ pid, listen }, 'it was started without TCP, and stays so until its next start');
  return {
    ...addressesOf(file, await readSocketAuth(layout.accessRules), password),
    attached: true,
    pid,
    version,
    exited: watchEnd(isRunning),
    stop: () => Promise.resolve(),
  };
}

// Its file still calls a server ready that was just told to end.
function unlessEnding(error: unknown): undefined {
  if (!unreachable.is(error)) throw error;
}

async function watchEnd(isRunning: () => Promise<boolean>): Promise<Exit> {
  while (await isRunning()) await sleep(WATCH_MS, undefined, { ref: false });
  return { code: null, signal: null };
}
