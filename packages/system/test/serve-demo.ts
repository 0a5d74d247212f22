import { join } from 'node:path';
import { resolveSettings } from '@madang/config';
import { CHANNEL, createHttpHost, houseSettings, startEventBus } from '../src/index.ts';
import type { HttpServer } from '@madang/http';
import { sql, type Database } from '@madang/pg';
import { createLogger, createRegistry, type Registry } from '@madang/telemetry';
import { createTestDatabase } from '@madang/testkit';
import { createDemo, demoSettings, type Demo } from './demo/demo.ts';

type Reply = Awaited<ReturnType<HttpServer['inject']>>;

export interface ServedDemo extends Demo {
  readonly server: HttpServer;
  readonly database: Database;
  readonly registry: Registry;
  /** Lines of the log so far. */
  readonly logged: () => string;
  ask(url: string, headers?: Record<string, string>): Promise<Reply>;
  addNote(title: string, colour?: 'red' | 'green', details?: unknown): Promise<number>;
  /** Listens on a free port; gives the address. */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

/** The demo system on a database of its own, answering. */
export async function serveDemo(flags: Readonly<Record<string, string>> = {}): Promise<ServedDemo> {
  const demo = createDemo();
  const migrations = [{ schema: 'demo', folder: join(demo.system.folder, 'migrations') }];
  const test = await createTestDatabase({ migrations });
  const { database } = test;
  let text = '';
  const log = createLogger({ format: 'json', destination: { write: (line) => void (text += line) } });
  const registry = createRegistry();
  const events = await startEventBus(database, log);
  const settings = resolveSettings([houseSettings, demoSettings], {
    flags: new Map(Object.entries(flags)),
    environment: {},
    file: null,
  });
  const systems = [demo.system];
  const server = await createHttpHost({ systems, settings, database, events, log, registry });
  return {
    ...demo,
    server,
    database,
    registry,
    logged: () => text,
    ask: (url, headers = {}) => server.inject({ method: 'GET', url, headers }),
    listen: () => server.listen({ host: '127.0.0.1', port: 0 }),
    async addNote(title, colour = 'red', details = null) {
      return database.transaction(async (tx) => {
        const row = await tx.row<{ id: number }>(
          'add note',
          sql`
            insert into demo.note (title, colour, details)
            values (${title}, ${colour}, ${JSON.stringify(details)}::jsonb)
            returning id`,
        );
        await tx.notify(CHANNEL, `notes ${row?.id}`);
        return row?.id ?? 0;
      });
    },
    async stop() {
      await server.close();
      await events.stop();
      await test.drop();
    },
  };
}
