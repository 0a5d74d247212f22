import { createNodeClient } from '@madang/icon/client';
import { defineProjection, INDEXER_FOLDER, readStatus, runEngine, type Projection } from '@madang/indexer';
import { raise } from '@madang/errors';
import { migrate, openDatabase, sql, type Database } from '@madang/pg';
import { startEmbedded } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { tracker, trackerProjection } from '../src/index.ts';

/**
 * What indexing costs, beside its bounds, interleaved in one run on the recorded chain (1,951 blocks, 8,662 transactions):
 * `fetch` fetches and verifies but keeps nothing; `rows` is the explorer's projection on top. Rates swing with the machine; ratios hold.
 */
const LAST_SEALED = 1950;
const TRANSACTIONS = 8662;
const ROUNDS = 3;

interface Measured {
  readonly name: string;
  readonly operationsPerSecond: number;
  readonly cpuSecondsPer1000: number;
  readonly nodeCpuSecondsPer1000: number;
  readonly peakMemoryMegabytes: number;
}

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
const rounds: Measured[] = [];
try {
  const database = openDatabase({ url: server.url });
  await migrate(database, { schema: 'indexer', folder: join(INDEXER_FOLDER, 'migrations') });
  await migrate(database, { schema: 'tracker', folder: join(tracker.folder, 'migrations') });
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(
      await measure('fetch', database, nothing),
      await measure('rows', database, trackerProjection),
    );
    process.stderr.write(`round ${round + 1} of ${ROUNDS}\n`);
  }
  await database.close();
} finally {
  await server.stop();
  node.disconnect();
  rmSync(dataDir, { recursive: true, force: true });
}
report(['fetch', 'rows'].map((name) => median(rounds.filter((one) => one.name === name))));

async function measure(name: string, database: Database, projection: Projection): Promise<Measured> {
  await database.transaction((tx) => projection.reset(tx));
  await database.execute('bench.reset', sql`delete from indexer.cursor`);
  const client = createNodeClient({ url });
  const abort = new AbortController();
  const [startedAt, cpu, nodeCpu] = [performance.now(), process.cpuUsage(), await nodeCpuSeconds(node)];
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
  const per1000 = 1000 / TRANSACTIONS;
  return {
    name,
    operationsPerSecond: TRANSACTIONS / seconds,
    cpuSecondsPer1000: ((user + system) / 1e6) * per1000,
    nodeCpuSecondsPer1000: ((await nodeCpuSeconds(node)) - nodeCpu) * per1000,
    peakMemoryMegabytes: process.memoryUsage().rss / 2 ** 20,
  };
}

async function nodeCpuSeconds(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpuSeconds }] = (await once(child, 'message')) as [{ cpuSeconds: number }];
  return cpuSeconds;
}

function median(runs: readonly Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.operationsPerSecond - b.operationsPerSecond);
  return sorted[Math.floor(runs.length / 2)] ?? raise(new Error('nothing was measured'));
}

function report(contenders: readonly Measured[]): void {
  const best = Math.max(...contenders.map(({ operationsPerSecond }) => operationsPerSecond));
  process.stdout.write('                tx/s  of the bound  CPU-s/1000 tx  node CPU-s/1000 tx  memory MB\n');
  for (const one of contenders) {
    const cells = [
      one.operationsPerSecond.toFixed(0).padStart(10),
      (one.operationsPerSecond / best).toFixed(2).padStart(13),
      one.cpuSecondsPer1000.toFixed(3).padStart(14),
      one.nodeCpuSecondsPer1000.toFixed(3).padStart(19),
      one.peakMemoryMegabytes.toFixed(0).padStart(10),
    ];
    process.stdout.write(`${one.name.padEnd(9)} ${cells.join(' ')}\n`);
  }
  const json = process.argv.indexOf('--json');
  const file = json === -1 ? undefined : process.argv[json + 1];
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ machine, contenders }, null, 2)}\n`);
}
