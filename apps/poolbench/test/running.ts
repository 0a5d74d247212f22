import { join } from 'node:path';
import { resolveSettings } from '@madang/config';
import type { Database } from '@madang/pg';
import { createHttpHost, houseSettings, startEventBus } from '@madang/system';
import { createLogger, createRegistry } from '@madang/telemetry';
import { createTestDatabase } from '@madang/testkit';
import { poolbench } from '../src/index.ts';

export interface RunningPoolbench {
  readonly database: Database;
  ask(path: string): Promise<Response>;
  stop(): Promise<void>;
}

/** The system with a database of its own, served on a free port. */
export async function runPoolbench(): Promise<RunningPoolbench> {
  const log = createLogger({ level: 'silent' });
  const { database, drop } = await createTestDatabase({
    migrations: [{ schema: poolbench.name, folder: join(poolbench.folder, 'migrations') }],
  });
  const events = await startEventBus(database, log);
  const server = await createHttpHost({
    systems: [poolbench],
    settings: resolveSettings([houseSettings], { flags: new Map(), environment: {}, file: null }),
    database,
    events,
    log,
    registry: createRegistry(),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    database,
    ask: (path) => fetch(url + path),
    async stop() {
      await server.close();
      await events.stop();
      await drop();
    },
  };
}
