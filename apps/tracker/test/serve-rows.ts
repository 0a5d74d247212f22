import { resolveSettings } from '@madang/config';
import { chainSettings, INDEXER_FOLDER } from '@madang/indexer';
import { migrate, sql } from '@madang/pg';
import { createHttpHost, defineSystem, houseSettings, startEventBus, type System } from '@madang/system';
import { createLogger, createRegistry } from '@madang/telemetry';
import { join } from 'node:path';
import { tracker } from '../src/index.ts';
import { createTrackerRows, type TrackerRows } from './tracker-rows.ts';

/** Some of the explorer's answers, served from rows that a test makes up. */
export interface ServedRows extends TrackerRows {
  readonly url: string;
  ask(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Says that all blocks up to this height are written. */
  moveHead(height: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param node address of the node that the house follows; none unless given */
export async function serveRows(
  { answers, search }: Pick<System, 'answers' | 'search'>,
  node?: string,
): Promise<ServedRows> {
  const rows = await createTrackerRows();
  const { database } = rows.test;
  await migrate(database, { schema: 'indexer', folder: join(INDEXER_FOLDER, 'migrations') });
  const { name, title, summary, folder } = tracker;
  const system = defineSystem({
    name,
    title,
    summary,
    folder,
    answers,
    places: [],
    ...(search && { search }),
    settings: chainSettings,
  });
  const log = createLogger({ level: 'silent' });
  const events = await startEventBus(database, log);
  const settings = resolveSettings([houseSettings, chainSettings], {
    flags: new Map(node === undefined ? [] : [['node', node]]),
    environment: {},
    file: null,
  });
  const systems = [system];
  const registry = createRegistry();
  const server = await createHttpHost({ systems, settings, database, events, log, registry });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...rows,
    url,
    ask: (path, headers = {}) => fetch(url + path, { headers }),
    async moveHead(height) {
      await database.execute(
        'test.head',
        sql`
          insert into indexer.cursor (projection, version, height) values ('tracker', 1, ${height})
          on conflict (projection) do update set height = excluded.height`,
      );
    },
    async stop() {
      await server.close();
      await events.stop();
      await rows.test.drop();
    },
  };
}
