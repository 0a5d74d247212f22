import cluster from 'node:cluster';
import { openDatabase } from '@madang/pg';
import { createClusterMetrics } from '@madang/telemetry';
import type { System } from '../define-system.ts';
import { migrateSystems } from '../host/migrate-systems.ts';
import { startCrew } from './crew.ts';
import { houseSettings } from './house-settings.ts';
import { startHttpWorker } from './http-worker.ts';
import { checkPort } from './port.ts';
import type { Role, RoleContext, RunningRole } from './role.ts';

/** The web: N processes that answer requests on one port. */
export function httpRole(systems: readonly System[]): Role {
  return {
    name: 'http',
    settings: systems.flatMap((system) => system.settings ?? []),
    wanted: () => true,
    preflight: checkOwnPort,
    start: (context) =>
      cluster.isPrimary ? startPrimary(systems, context) : startHttpWorker(systems, context),
  };
}

async function checkOwnPort({ settings }: RoleContext): Promise<void> {
  const { host, port } = settings.of(houseSettings);
  await checkPort({ host, port, flag: 'port' });
}

async function startPrimary(systems: readonly System[], context: RoleContext): Promise<RunningRole> {
  const { settings, log } = context;
  const { host, port, workers } = settings.of(houseSettings);
  await checkOwnPort(context);
  await migrate(systems, context);
  context.progress('starting the web');
  const crew = await startCrew({ size: workers, variables: settings.asEnvironment(), log });
  return {
    says: addressOf(host, port),
    ready: () => Promise.resolve(crew.listening() > 0 ? null : 'no worker is listening'),
    metrics: createClusterMetrics(),
    stop: crew.stop,
  };
}

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

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** Where a browser on this machine finds what listens on a host. */
function addressOf(host: string, port: number): string {
  if (EVERYWHERE.has(host)) return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
