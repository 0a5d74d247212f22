import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveSettings } from '@madang/config';
import { createHttpHost, houseSettings, startEventBus } from '@madang/system';
import { createLogger, createRegistry } from '@madang/telemetry';
import { createTestDatabase } from '@madang/testkit';
import { poolbench } from '../src/index.ts';
import { runsFolder } from '../src/runs/run-files.ts';

export interface RunningPoolbench {
  readonly url: string;
  /** Where it looks for the logs of runs. */
  readonly folder: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  json(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** The system with a data folder of its own, served on a free port. */
export async function runPoolbench(): Promise<RunningPoolbench> {
  const log = createLogger({ level: 'silent' });
  const data = await mkdtemp(join(tmpdir(), 'madang-poolbench-pages-'));
  const { database, drop } = await createTestDatabase();
  const events = await startEventBus(database, log);
  const server = await createHttpHost({
    systems: [poolbench],
    settings: resolveSettings([houseSettings], {
      flags: new Map([['data', data]]),
      environment: {},
      file: null,
    }),
    database,
    events,
    log,
    registry: createRegistry(),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(url + path, init);
  return {
    url,
    folder: runsFolder(data),
    ask,
    json: async (path) => (await ask(path)).json() as Promise<unknown>,
    async stop() {
      await server.close();
      await events.stop();
      await drop();
      await rm(data, { recursive: true });
    },
  };
}
