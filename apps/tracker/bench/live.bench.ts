import { createNodeClient } from '@madang/icon/client';
import { INDEXER_FOLDER, readStatus, runEngine } from '@madang/indexer';
import { loadRecording, RECORDINGS, startReplay } from '@madang/localnet';
import { migrate, openDatabase } from '@madang/pg';
import { startEmbedded } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tracker, trackerProjection } from '../src/index.ts';

/**
 * How long after a block is sealed a page can show it, on the recorded chain at one block in 500 ms (ICON has one in about
 * 2 s): `fetched` is the bound, the time in which another client gets the block and its receipts by asking for exactly
 * these; `told` is the engine's notification, with all rows committed; `polled` is the same where the node has no stream.
 */
const INTERVAL_MS = 500;
const FROM = 1000;
const BLOCKS = 60;
const SILENT = { kind: 'silence' } as const;

const log = createLogger({ level: 'silent' });
const dataDir = mkdtempSync(join(tmpdir(), 'madang-bench-'));
const recording = await loadRecording(RECORDINGS.chain);
const server = await startEmbedded({ dataDir, log });
try {
  const told = await measure('told', false);
  const polled = await measure('polled', true);
  process.stdout.write(`${''.padEnd(12)}${'median ms'.padStart(12)}${'largest ms'.padStart(12)}\n`);
  for (const [name, delays] of [
    ['fetched', told.fetched] as const,
    ['told', told.delays] as const,
    ['polled', polled.delays] as const,
  ])
    process.stdout.write(
      `${name.padEnd(12)}${middle(delays).padStart(12)}${Math.max(...delays)
        .toFixed(0)
        .padStart(12)}\n`,
    );
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

interface Delays {
  readonly delays: readonly number[];
  readonly fetched: readonly number[];
}

async function measure(name: string, silent: boolean): Promise<Delays> {
  process.stderr.write(`${name}: ${BLOCKS} blocks, about ${(BLOCKS * INTERVAL_MS) / 1000} s\n`);
  const database = openDatabase({ url: server.url });
  await database.transaction((tx) =>
    tx.script('bench.fresh', 'drop schema if exists tracker, indexer cascade'),
  );
  await migrate(database, { schema: 'indexer', folder: join(INDEXER_FOLDER, 'migrations') });
  await migrate(database, { schema: 'tracker', folder: join(tracker.folder, 'migrations') });
  const node = await startReplay({
    recording,
    startHeight: FROM,
    ...(silent && { streamFaults: () => SILENT }),
  });
  const client = createNodeClient({ url: node.url });
  const abort = new AbortController();
  const heard = new Map<number, number>();
  const listening = await database.listen('bench', (payload) => {
    const height = /^chain\.height (\d+)$/.exec(payload)?.[1];
    if (height !== undefined) heard.set(Number(height), performance.now());
  });
  const engine = runEngine({
    database,
    client,
    projections: [trackerProjection],
    channel: 'bench',
    signal: abort.signal,
    log,
  });
  while (((await readStatus(database)).indexedHeight ?? -1) < FROM - 1) await sleep(50);
  const other = createNodeClient({ url: node.url });
  const fetched: number[] = [];
  const delays: number[] = [];
  for (let height = FROM + 1; height <= FROM + BLOCKS; height += 1) {
    const released = performance.now();
    node.release(height);
    if (!silent && height % 2 === 0) fetched.push(await fetchTime(other, height - 1));
    await sleep(INTERVAL_MS - (performance.now() - released));
    const at = heard.get(height - 1);
    // One that is not there after a whole interval counts as one interval and more.
    delays.push(at === undefined ? 2 * INTERVAL_MS : at - released);
  }
  abort.abort();
  await engine;
  await listening.stop();
  await Promise.all([client.close(), other.close(), node.stop(), database.close()]);
  return { delays, fetched };
}

async function fetchTime(client: ReturnType<typeof createNodeClient>, height: number): Promise<number> {
  const start = performance.now();
  const block = await client.block(height);
  await client.receipts(block.transactions.map(({ hash }) => hash));
  return performance.now() - start;
}

function middle(delays: readonly number[]): string {
  const sorted = delays.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1);
}
