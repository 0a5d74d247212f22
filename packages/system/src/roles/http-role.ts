import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { defineError } from '@madang/errors';
import { openDatabase } from '@madang/pg';
import { createClusterMetrics } from '@madang/telemetry';
import type { System } from '../define-system.ts';
import { migrateSystems } from '../host/migrate-systems.ts';
import { houseSettings } from './house-settings.ts';
import { startHttpWorker } from './http-worker.ts';
import type { Role, RoleContext, RunningRole } from './role.ts';

const portInUse = defineError<{ host: string; port: number }>({
  code: 'HOUSE_PORT_IN_USE',
  status: 500,
  retry: 'never',
  message: ({ host, port }) =>
    `Another program listens on ${host}:${port}. Stop it, or choose another port: --port ${port + 1}.`,
});

const portNotOurs = defineError<{ host: string; port: number; reason: string }>({
  code: 'HOUSE_PORT_NOT_POSSIBLE',
  status: 500,
  retry: 'never',
  message: ({ host, port, reason }) =>
    `Nothing can listen on ${host}:${port} (${reason}). Choose another --port (above 1023 needs no rights) or --host.`,
});

/** The web: N processes that answer requests on one port. */
export function httpRole(systems: readonly System[]): Role {
  return {
    name: 'http',
    settings: systems.flatMap((system) => system.settings ?? []),
    wanted: () => true,
    preflight: ({ settings }) => checkPort(settings.of(houseSettings)),
    start: (context) =>
      cluster.isPrimary ? startPrimary(systems, context) : startHttpWorker(systems, context),
  };
}

async function checkPort({ host, port }: { host: string; port: number }): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code === 'EADDRINUSE'
      ? portInUse({ host, port }, error)
      : portNotOurs({ host, port, reason: code }, error);
  } finally {
    probe.close();
  }
}

async function startPrimary(systems: readonly System[], context: RoleContext): Promise<RunningRole> {
  const { settings, log } = context;
  const { host, port, workers } = settings.of(houseSettings);
  await checkPort({ host, port });
  await migrate(systems, context);
  let stopping = false;
  cluster.on('exit', (worker, code, signal) => {
    if (stopping) return;
    log.error({ worker: worker.id, code, signal }, 'a web worker died; another one takes its place');
    setTimeout(() => stopping || cluster.fork(), RESTART_MS);
  });
  for (let i = 0; i < workers; i++) cluster.fork();
  await firstListening();
  return {
    says: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    ready: () => Promise.resolve(living().length > 0 ? null : 'no worker is listening'),
    metrics: createClusterMetrics(),
    async stop() {
      stopping = true;
      await Promise.all(living().map(stopWorker));
    },
  };
}

const RESTART_MS = 500;

async function migrate(
  systems: readonly System[],
  { databaseUrl, log, progress }: RoleContext,
): Promise<void> {
  progress('checking the schemas');
  const database = openDatabase({
    url: databaseUrl(),
    maxConnections: 2,
    applicationName: 'madang http',
    log,
  });
  try {
    await migrateSystems(database, systems, log);
  } finally {
    await database.close();
  }
}

function living(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter(
    (worker): worker is Worker => worker !== undefined && !worker.isDead(),
  );
}

// The first one to listen can serve; one that dies before it listens gives its reason on standard error.
function firstListening(): Promise<void> {
  return new Promise((resolve, reject) => {
    let deaths = 0;
    cluster.once('listening', () => resolve());
    cluster.on(
      'exit',
      () =>
        ++deaths >= MAX_EARLY_DEATHS &&
        reject(new Error('the web workers die before they listen; their reason stands above')),
    );
  });
}

const MAX_EARLY_DEATHS = 3;
const WORKER_STOP_MS = 5000;

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.isConnected()) worker.send({ type: 'stop' });
  const kill = setTimeout(() => worker.process.kill('SIGKILL'), WORKER_STOP_MS);
  await once(worker, 'exit');
  clearTimeout(kill);
}
