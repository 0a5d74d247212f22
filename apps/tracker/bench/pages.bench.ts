import { startEmbedded } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTracker } from '../test/running.ts';
import { median, report, type Contender } from './report.ts';

/**
 * What answering costs in one process, beside its bound: a bare `node:http` server that sends a prepared list of the same
 * size. Closed loop of 16 connections, interleaved in one run; client and server share the process, so rates are floors
 * and CPU seconds hold both. Rates swing with the machine; ratios hold.
 */
const CONNECTIONS = 16;
const SECONDS = 2;
const ROUNDS = 3;
const LAST_SEALED = 1950;

const dataDir = mkdtempSync(join(tmpdir(), 'madang-bench-'));
const postgres = await startEmbedded({ dataDir, log: createLogger({ level: 'silent' }) });
process.env['DATABASE_URL_TEST'] = postgres.url;
const tracker = await runTracker();
await tracker.until(LAST_SEALED);

const list = `${tracker.url}/api/tracker/v1/blocks`;
const prepared = Buffer.from(await (await fetch(list)).arrayBuffer());
const etag = (await fetch(list)).headers.get('etag') ?? '';
const bare = createServer((_request, response) =>
  response.setHeader('content-type', 'application/json').end(prepared),
);
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));

const contenders: readonly (readonly [name: string, url: string, headers: Record<string, string>])[] = [
  ['node:http, prepared', `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`, {}],
  ['list as JSON', list, {}],
  ['list, not modified', list, { 'if-none-match': etag }],
  ['one block as JSON', `${list}/1000`, {}],
  ['list as a page', `${tracker.url}/tracker/blocks`, { accept: 'text/html' }],
];
const runs: Contender[] = [];
for (let round = 1; round <= ROUNDS; round++) {
  process.stderr.write(`round ${round} of ${ROUNDS}\n`);
  for (const [name, url, headers] of contenders) runs.push(await measure(name, url, headers));
}
bare.close();
await tracker.stop();
await postgres.stop();
rmSync(dataDir, { recursive: true, force: true });
report(
  'requests/s',
  contenders.map(([name]) => median(name, runs)),
);

async function measure(name: string, url: string, headers: Record<string, string>): Promise<Contender> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + SECONDS * 1000;
  const cpu = process.cpuUsage();
  const latencies: number[] = [];
  await Promise.all(Array.from({ length: CONNECTIONS }, () => loop()));
  agent.destroy();
  const { user, system } = process.cpuUsage(cpu);
  latencies.sort((a, b) => a - b);
  return {
    name,
    operationsPerSecond: latencies.length / SECONDS,
    measured: {
      'CPU-s per 1000': ((user + system) / 1e6 / latencies.length) * 1000,
      'p99 ms': latencies[Math.floor(latencies.length * 0.99)] ?? 0,
      'memory MB': process.memoryUsage().rss / 2 ** 20,
    },
  };

  async function loop(): Promise<void> {
    while (performance.now() < end) {
      const startedAt = performance.now();
      await request();
      latencies.push(performance.now() - startedAt);
    }
  }

  function request(): Promise<void> {
    return new Promise((resolve, reject) => {
      get(url, { agent, headers }, (answer) => answer.resume().once('end', resolve)).once('error', reject);
    });
  }
}
