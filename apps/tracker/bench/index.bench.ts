import { createNodeClient } from '@madang/icon/client';
import { defineProjection, INDEXER_FOLDER, readStatus, runEngine, type Projection } from '@madang/indexer';
import { migrate, openDatabase, sql, type Database } from '@madang/pg';
import { startEmbedded } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tracker, trackerProjection } from '../src/index.ts';
import { median, report, type Contender } from './report.ts';

/**
 * What indexing costs, beside its bound, interleaved in one run on the recorded chain (1,951 blocks, 8,662 transactions):
 * `fetched` fetches and verifies but keeps nothing; `indexed` is the explorer's projection on top. Rates swing with the
 * machine; ratios hold.
 */
const LAST_SEALED = 1950;
const TRANSACTIONS = 8662;
const ROUNDS = 5;

const nothing = defineProjection({
  name: 'nothing',
  version: 1,
  wants: {},
  apply: () => Promise.resolve(),
  reset: () => Promise.resolve(),
});

const log = createLogger({ level: 'silent' });
const dataDir = mkdtempSync(join(tmpdir(), 'madang-bench-'));
const node = fork(join(import.meta.dirname, 'node.ts'));
const [{ url }] = (await once(node, 'message')) as [{ url: string }];
const server = await startEmbedded({ dataDir, log });
const runs: Contender[] = [];
try {
  const database = openDatabase({ url: server.url });
  await migrate(database, { schema: 'indexer', folder: join(INDEXER_FOLDER, 'migrations') });
  await migrate(database, { schema: 'tracker', folder: join(tracker.folder, 'migrations') });
  for (let round = 1; round <= ROUNDS; round++) {
    process.stderr.write(`round ${round} of ${ROUNDS}\n`);
    runs.push(
      await measure('fetched', database, nothing),
      await measure('indexed', database, trackerProjection),
    );
  }
  await database.close();
} finally {
  await server.stop();
  node.disconnect();
  rmSync(dataDir, { recursive: true, force: true });
}
report(
  'transactions/s',
  ['fetched', 'indexed'].map((name) => median(name, runs)),
);

async function measure(name: string, database: Database, projection: Projection): Promise<Contender> {
  await database.transaction((tx) => projection.reset(tx));
  await database.execute('bench.reset', sql`delete from indexer.cursor`);
  const client = createNodeClient({ url });
  const abort = new AbortController();
  const [startedAt, cpu, nodeCpu] = [performance.now(), process.cpuUsage(), await cpuSecondsOf(node)];
  const running = runEngine({
    database,
    client,
    projections: [projection],
    channel: 'bench',
    signal: abort.signal,
    log,
  });
  while (((await readStatus(database)).indexedHeight ?? -1) < LAST_SEALED)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  abort.abort();
  await running;
  await client.close();
  return {
    name,
    operationsPerSecond: TRANSACTIONS / seconds,
    measured: {
      'CPU-s per 1000': ((user + system) / 1e6 / TRANSACTIONS) * 1000,
      "node's CPU-s per 1000": (((await cpuSecondsOf(node)) - nodeCpu) / TRANSACTIONS) * 1000,
      'memory MB': process.memoryUsage().rss / 2 ** 20,
    },
  };
}

async function cpuSecondsOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpuSeconds }] = (await once(child, 'message')) as [{ cpuSeconds: number }];
  return cpuSeconds;
}
