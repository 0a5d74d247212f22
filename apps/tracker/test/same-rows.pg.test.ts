import { createNodeClient } from '@madang/icon/client';
import { INDEXER_FOLDER, readStatus, runEngine, type EngineLimits, type Projection } from '@madang/indexer';
import { loadRecording, RECORDINGS, startReplay, type Fault, type Replay } from '@madang/localnet';
import { pgErrors, sql, type Database } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { createTestDatabase, randomFrom, type TestDatabase } from '@madang/testkit';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracker, trackerProjection } from '../src/index.ts';

const LAST_SEALED = 1950;
const log = createLogger({ level: 'silent' });
const opened: TestDatabase[] = [];
const recording = await loadRecording(RECORDINGS.chain);
let replay: Replay;
let straight: Record<string, unknown>;

beforeAll(async () => {
  replay = await startReplay({ recording });
  const database = await open();
  await index(database, replay.url, trackerProjection, {});
  straight = await digests(database);
});

afterAll(async () => {
  await Promise.all(opened.map((test) => test.drop()));
  await replay.stop();
});

async function open(): Promise<Database> {
  const test = await createTestDatabase({
    migrations: [
      { schema: 'indexer', folder: join(INDEXER_FOLDER, 'migrations') },
      { schema: 'tracker', folder: join(tracker.folder, 'migrations') },
    ],
  });
  opened.push(test);
  return test.database;
}

/** Indexes until a height is written, and stops. */
async function index(
  database: Database,
  url: string,
  projection: Projection,
  limits: Partial<EngineLimits>,
  height = LAST_SEALED,
): Promise<void> {
  const client = createNodeClient({ url, patienceMs: 0, log });
  const abort = new AbortController();
  const engine = runEngine({
    database,
    client,
    projections: [projection],
    channel: 'test',
    signal: abort.signal,
    log,
    limits: { pollMs: 10, longestBackOffMs: 20, ...limits },
  });
  const written = async (): Promise<void> => {
    while (!abort.signal.aborted && ((await readStatus(database)).indexedHeight ?? -1) < height)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };
  try {
    await Promise.race([engine, written()]);
  } finally {
    abort.abort();
  }
  await engine;
  await client.close();
}

/** Number and digest of the rows of each table of the explorer. */
async function digests(database: Database): Promise<Record<string, unknown>> {
  const tables = await database.rows<{ name: string }>(
    'test.tables',
    sql`select relname as name from pg_class where relnamespace = 'tracker'::regnamespace and relkind = 'r'`,
  );
  const found: Record<string, unknown> = {};
  for (const { name } of tables.filter((table) => table.name !== 'migration'))
    found[name] = await database.row(
      `test.digest.${name}`,
      sql`
        select count(*), md5(string_agg(md5(t::text), '' order by md5(t::text))) as digest
        from ${sql.identifier('tracker')}.${sql.identifier(name)} as t`,
    );
  return found;
}

const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 503 },
  { kind: 'truncate' },
  { kind: 'disconnect' },
  { kind: 'reverse' },
  { kind: 'drop', item: 0 },
];

describe('the rows of the explorer', () => {
  it('are in every table', () => {
    expect(Object.keys(straight).length).toBeGreaterThan(12);
    for (const [table, { count }] of Object.entries(straight as Record<string, { count: number }>))
      expect([table, count > 0]).toEqual([table, true]);
  });

  it('are the same however the chain is cut into batches and however often it is stopped', async () => {
    const random = randomFrom(7);
    const database = await open();
    for (let height = 0; height < LAST_SEALED; height = (await readStatus(database)).indexedHeight ?? 0) {
      const limits = { rowsPerBatch: 1 + random(900), blocksPerBatch: 1 + random(120) };
      const goal = Math.min(LAST_SEALED, height + 300 + random(700));
      await index(database, replay.url, trackerProjection, limits, goal);
    }
    expect(await digests(database)).toEqual(straight);
  });

  it('are the same when the node, the network and the database fail now and then', async () => {
    const random = randomFrom(11);
    const faulty = await startReplay({
      recording,
      faults: () => (random(25) === 0 ? FAULTS[random(FAULTS.length)] : undefined),
    });
    let broken = 0;
    const failing: Projection = {
      ...trackerProjection,
      async apply(batch, tx) {
        await trackerProjection.apply(batch, tx);
        // Everything is written and then not committed.
        if (broken < 12 && random(3) === 0) {
          broken += 1;
          throw pgErrors.connectionLost({ reason: 'pulled out' });
        }
      },
    };
    const database = await open();
    await index(database, faulty.url, failing, { rowsPerBatch: 500 });
    await faulty.stop();
    expect(await digests(database)).toEqual(straight);
    expect(broken).toBeGreaterThan(3);
  });

  it('are the same when they are written anew by a newer version', async () => {
    const database = await open();
    await index(database, replay.url, trackerProjection, {}, 500);
    await index(database, replay.url, { ...trackerProjection, version: trackerProjection.version + 1 }, {});
    expect(await digests(database)).toEqual(straight);
  });
});
