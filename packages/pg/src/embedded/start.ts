import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { writeAccessRules } from './access-rules.ts';
import { addressesOf } from './address.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { chooseUser } from './choose-user.ts';
import { createCluster, type Cluster } from './cluster.ts';
import { startFailed } from './errors.ts';
import { checkSpace, readIfPresent, removeEmpty, writePrivate } from './files.ts';
import type { Layout } from './layout.ts';
import { findPort } from './listen-address.ts';
import type { PidFile } from './pid-file.ts';
import { prepareDatabase } from './prepare-database.ts';
import { commandAs, ourselves, works, type RunAs } from './run-as.ts';
import { boundServerLog, lastLines, openServerLog } from './server-log.ts';
import { launch, waitUntilReady, type Exit, type ServerProcess } from './server.ts';
import type { EmbeddedServer, EmbeddedSettings } from './settings.ts';
import { makeSocketDirectory } from './socket-directory.ts';
import { tunedSettings } from './tuning.ts';

const SOCKET_PORT = 5432;
// A new cluster takes 40 MB, its first write-ahead log 16 MB, and the rest is for it to grow.
const MEGABYTES_FOR_NEW = 128;
const MEGABYTES_TO_START = 32;

/** Starts a server in a directory in which none runs; everything that can be refused is refused before a file is written. */
export async function start(
  layout: Layout,
  settings: EmbeddedSettings,
  cluster: Cluster | undefined,
): Promise<EmbeddedServer> {
  const { binaries, as, port } = await findMeans(layout, settings, cluster);
  if (cluster === undefined) {
    const password = settings.password ?? makePassword();
    await createCluster(layout, binaries, as, { password, sync: settings.settings?.['fsync'] !== 'off' });
  }
  const socketDirectory = await makeSocketDirectory(layout.cluster, as);
  const server = await launchIn({ layout, settings, binaries, as, socketDirectory, port });
  const exited = tidyAfter(server, layout, settings, socketDirectory);
  try {
    const isRunning = (): boolean => !server.hasEnded();
    const file = await waitUntilReady({ cluster: layout.cluster, isRunning, log: settings.log });
    if (file === undefined)
      throw startFailed({
        directory: layout.cluster,
        what: 'it ended before it was ready',
        log: await lastLines(layout.log),
      });
    const { password, version } = await settle(layout, file, settings, as);
    settings.log.info({ pid: server.pid, version, dataDir: layout.dataDir }, 'PostgreSQL started');
    return {
      ...addressesOf(file, settings.auth ?? 'trust', password),
      attached: false,
      pid: server.pid,
      version,
      exited,
      stop: async ({ hurry = false } = {}) => {
        await server.stop(hurry);
        await exited;
      },
    };
  } catch (error) {
    await server.stop(false);
    await exited;
    throw error;
  }
}

/** Finds what a server needs, or says what is missing; links to libraries, made to try the binaries, are then gone again. */
async function findMeans(
  layout: Layout,
  settings: EmbeddedSettings,
  cluster: Cluster | undefined,
): Promise<Pick<Plan, 'binaries' | 'as' | 'port'>> {
  await checkSpace(layout.dataDir, cluster === undefined ? MEGABYTES_FOR_NEW : MEGABYTES_TO_START);
  try {
    const binaries = await findBinaries(layout, cluster?.version, settings.binaries);
    const as = await chooseUser(layout, binaries, cluster);
    const port = settings.listen === undefined ? SOCKET_PORT : await findPort(settings.listen);
    return { binaries, as, port };
  } catch (error) {
    if (cluster === undefined) await rm(layout.libraries, { recursive: true, force: true });
    throw error;
  }
}

interface Plan {
  readonly layout: Layout;
  readonly settings: EmbeddedSettings;
  readonly binaries: Binaries;
  readonly as: RunAs;
  readonly socketDirectory: string;
  readonly port: number;
}

async function launchIn(plan: Plan): Promise<ServerProcess> {
  const { layout, settings, binaries, as } = plan;
  await writeAccessRules(layout.accessRules, settings.auth ?? 'trust', settings.listen !== undefined, as);
  const options = Object.entries(serverSettings(plan)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const words = [path.join(binaries.folder, 'postgres'), '-D', layout.cluster, ...options];
  const output = await openServerLog(layout.log, as);
  try {
    return launch(commandAs(as, [...(await dyingWithUs()), ...words], binaries.libraries), output.fd);
  } finally {
    await output.close();
  }
}

function serverSettings({ layout, settings, socketDirectory, port }: Plan): Record<string, string> {
  return {
    ...tunedSettings(),
    ...(settings.preload === undefined ? {} : { shared_preload_libraries: settings.preload.join(',') }),
    ...settings.settings,
    hba_file: layout.accessRules,
    unix_socket_directories: socketDirectory,
    listen_addresses: settings.listen?.host ?? '',
    port: String(port),
  };
}

// Linux sends the signal, a request for an orderly end, when the thread that started the server is gone.
async function dyingWithUs(): Promise<readonly string[]> {
  const words = ['setpriv', '--pdeathsig', 'INT', '--'];
  return (await works(ourselves, [...words, 'true'])) ? words : [];
}

async function tidyAfter(
  server: ServerProcess,
  { log: logFile }: Layout,
  { log }: EmbeddedSettings,
  socketDirectory: string,
): Promise<Exit> {
  const unbound = boundServerLog(logFile, log);
  const exit = await server.exited;
  unbound();
  // Only if it is empty: the next server may be at work in it already.
  await removeEmpty(socketDirectory, socketDirectory);
  return exit;
}

async function settle(
  layout: Layout,
  file: PidFile,
  settings: EmbeddedSettings,
  as: RunAs,
): Promise<{ password: string; version: string }> {
  const current = await readIfPresent(layout.password);
  const password = settings.password ?? current ?? makePassword();
  const next = password === current ? undefined : password;
  const version = await prepareDatabase(file, { current, next });
  if (next !== undefined) await writePrivate(layout.password, next, as);
  return { password, version };
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
