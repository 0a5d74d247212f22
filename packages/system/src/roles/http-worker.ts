import { openDatabase } from '@madang/pg';
import { shareMetrics } from '@madang/telemetry';
import type { System } from '../define-system.ts';
import { startEventBus } from '../host/event-bus.ts';
import { createHttpHost } from '../host/http-host.ts';
import { houseSettings } from './house-settings.ts';
import type { RoleContext, RunningRole } from './role.ts';

/** Longer than anybody waits for a page. */
const STATEMENT_TIMEOUT_MS = 30_000;

/** One process that answers requests: its own connections, its own ears for events, the cluster's port. */
export async function startHttpWorker(
  systems: readonly System[],
  { settings, log, registry, databaseUrl }: RoleContext,
): Promise<RunningRole> {
  const { host, port, connections } = settings.of(houseSettings);
  const database = openDatabase({
    url: databaseUrl(),
    maxConnections: connections,
    applicationName: 'madang http',
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    log,
    registry,
  });
  const events = await startEventBus(database, log);
  const server = await createHttpHost({ systems, settings, database, events, log, registry });
  shareMetrics(registry);
  await server.listen({ host, port });
  return {
    ready: () => Promise.resolve(null),
    async stop() {
      await server.close();
      await events.stop();
      await database.close();
    },
  };
}
