import { createNodeClient } from '@madang/icon/client';
import { resolveSettings } from '@madang/config';
import { chainSettings, INDEXER_FOLDER, readStatus, runEngine } from '@madang/indexer';
import { RECORDINGS, startReplay, type Replay } from '@madang/localnet';
import type { Database } from '@madang/pg';
import { CHANNEL, createHttpHost, houseSettings, startEventBus } from '@madang/system';
import { createLogger, createRegistry } from '@madang/telemetry';
import { createTestDatabase } from '@madang/testkit';
import { join } from 'node:path';
import { tracker, trackerProjection } from '../src/index.ts';

export interface RunningTracker {
  readonly url: string;
  readonly database: Database;
  readonly replay: Replay;
  /** The answer's status, headers and body. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  json(path: string): Promise<unknown>;
  /** Waits until everything up to this height is indexed. */
  until(height: number): Promise<void>;
  stop(): Promise<void>;
}

export interface TrackerStart {
  /** The newest block at the beginning; all of the recording unless given. */
  readonly startHeight?: number;
  readonly recording?: keyof typeof RECORDINGS;
}

/** The whole main job in one process: recorded chain, engine, PostgreSQL, HTTP. */
export async function runTracker({
  startHeight,
  recording = 'chain',
}: TrackerStart = {}): Promise<RunningTracker> {
  const log = createLogger({ level: 'silent' });
  const test = await createTestDatabase({
    migrations: [
      { schema: 'indexer', folder: join(INDEXER_FOLDER, 'migrations') },
      { schema: 'tracker', folder: join(tracker.folder, 'migrations') },
    ],
  });
  const { database } = test;
  const replay = await startReplay({
    recording: RECORDINGS[recording],
    ...(startHeight === undefined ? {} : { startHeight }),
  });
  const client = createNodeClient({ url: replay.url });
  const abort = new AbortController();
  const indexing = runEngine({
    database,
    client,
    projections: [trackerProjection],
    channel: CHANNEL,
    signal: abort.signal,
    log,
    limits: { pollMs: 20 },
  });
  const events = await startEventBus(database, log);
  const settings = resolveSettings([houseSettings, chainSettings], {
    flags: new Map([['node', replay.url]]),
    environment: {},
    file: null,
  });
  const server = await createHttpHost({
    systems: [tracker],
    settings,
    database,
    events,
    log,
    registry: createRegistry(),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(url + path, init);
  return {
    url,
    database,
    replay,
    ask,
    json: async (path) => (await ask(path)).json() as Promise<unknown>,
    async until(height) {
      while (((await readStatus(database)).indexedHeight ?? -1) < height)
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
    async stop() {
      abort.abort();
      await indexing;
      await client.close();
      await server.close();
      await events.stop();
      await replay.stop();
      await test.drop();
    },
  };
}
