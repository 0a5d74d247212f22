import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeClient } from '@madang/icon/client';
import { IN_BLOCK, prepare, transfers, type Bed } from './ledger-of.ts';

// What a live chain takes, makes and serves, and what it holds in memory; beside it a reader that parses what it gets and does no more.
const SENT = 15_000;
const MILLION = 1_000_000;
const IN_BATCH = 10;
const READERS = 8;
const MB = 2 ** 20;

interface Line {
  readonly name: string;
  readonly operationsPerSecond: number;
  readonly cpuSecondsPerThousand: number;
  readonly memoryMb: number;
}

const folder = mkdtempSync(join(tmpdir(), 'madang-localnet-bench-'));
const path = join(folder, 'chain');
const lines: Line[] = [];
try {
  const bed = await prepare(path);
  lines.push(...make(bed));
  await bed.net.stop();
  lines.push(...(await serve(path)));
  lines.push(...(await grow(path, bed.token)));
  tell(lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Signs, sends and executes transactions, each step by itself. */
function make(bed: Bed): Line[] {
  const { chain } = bed.net;
  const found: Line[] = [];
  let sent: ReturnType<typeof transfers> = [];
  process.stderr.write(`signing ${SENT} transactions\n`);
  found.push(timed('signing, by whoever sends', () => (sent = transfers(bed, SENT, 1000))));
  let [taking, making] = [0, 0];
  const cpu = { taking: 0, making: 0 };
  for (let from = 0; from < SENT; from += IN_BLOCK) {
    const took = spent(() => sent.slice(from, from + IN_BLOCK).forEach((one) => chain.submit(one)));
    const made = spent(() => chain.produce());
    [taking, making] = [taking + took.seconds, making + made.seconds];
    [cpu.taking, cpu.making] = [cpu.taking + took.cpu, cpu.making + made.cpu];
  }
  const included = chain.ledger.transactions;
  if (included < SENT) throw new Error(`Only ${included} of ${SENT} transactions came into blocks.`);
  found.push(lineOf('taking: form, time, signature', SENT, taking, cpu.taking));
  found.push(lineOf(`making: executed, in blocks of ${IN_BLOCK}, kept`, SENT, making, cpu.making));
  process.stderr.write(`the chain is a file of ${(statSync(path + '/chain').size / MB).toFixed(0)} MB\n`);
  return found;
}

/** Serves the receipts in a process of its own: to plain HTTP, and to the client that an indexer uses. */
async function serve(chain: string): Promise<Line[]> {
  const child = fork(new URL('./served.ts', import.meta.url), [chain], { execArgv: process.execArgv });
  const [{ url, blocks }] = (await once(child, 'message')) as [{ url: string; blocks: number }];
  const client = createNodeClient({ url, maxConcurrency: READERS });
  const hashes = (await client.blocks(Array.from({ length: blocks - 2 }, (_, i) => i + 1))).flatMap(
    ({ transactions }) => transactions.map(({ hash }) => hash),
  );
  const served = await watched(child, () => readPlainly(url, hashes));
  const read = await watched(child, () => client.receipts(hashes));
  await client.close();
  child.send('stop');
  await once(child, 'exit');
  return [
    lineOf(
      `serving receipts in batches of ${IN_BATCH}`,
      hashes.length,
      served.seconds,
      served.server,
      served.memory,
    ),
    lineOf('the same, to a reader', hashes.length, read.seconds, read.server, read.memory),
    lineOf('…and what the reader spends on them', hashes.length, read.seconds, read.reader),
  ];
}

/** What grown.ts tells. */
interface Grown {
  readonly count: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly memory: number;
}

/** A million transactions in a process of its own, and one that opens them afterwards. */
async function grow(chain: string, token: string): Promise<Line[]> {
  process.stderr.write(`making ${MILLION.toLocaleString('en')} transactions\n`);
  const maker = fork(new URL('./grown.ts', import.meta.url), [chain, token, String(MILLION)], {
    execArgv: process.execArgv,
  });
  const [made] = (await once(maker, 'message')) as [Grown];
  await once(maker, 'exit');
  process.stderr.write(`the chain is a file of ${(statSync(chain + '/chain').size / MB).toFixed(0)} MB\n`);
  const start = performance.now();
  const reader = fork(new URL('./served.ts', import.meta.url), [chain], { execArgv: process.execArgv });
  await once(reader, 'message');
  const seconds = (performance.now() - start) / 1000;
  const opened = await usageOf(reader);
  reader.send('stop');
  await once(reader, 'exit');
  return [
    lineOf('making up to a million, unsigned', made.count, made.seconds, made.cpu, made.memory),
    lineOf('opening a million again', MILLION, seconds, opened.cpu, opened.memory),
  ];
}

async function readPlainly(url: string, hashes: readonly string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const batches = Array.from({ length: Math.ceil(hashes.length / IN_BATCH) }, (_, i) =>
    hashes.slice(i * IN_BATCH, (i + 1) * IN_BATCH),
  );
  const next = batches.values();
  const reader = async (): Promise<void> => {
    for (const batch of next) await post(url, agent, batch);
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  agent.destroy();
}

function post(url: string, agent: Agent, hashes: readonly string[]): Promise<void> {
  const body = JSON.stringify(
    hashes.map((txHash, id) => ({
      jsonrpc: '2.0',
      id,
      method: 'icx_getTransactionResult',
      params: { txHash },
    })),
  );
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent }, (response) => {
      response.on('error', reject).on('end', resolve).resume();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

interface Watched {
  readonly seconds: number;
  /** CPU seconds of the process that serves, and of this one. */
  readonly server: number;
  readonly reader: number;
  /** Resident, of the process that serves. */
  readonly memory: number;
}

async function watched(child: ChildProcess, work: () => Promise<unknown>): Promise<Watched> {
  const before = await usageOf(child);
  const own = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const after = await usageOf(child);
  return {
    seconds,
    server: after.cpu - before.cpu,
    reader: secondsOf(process.cpuUsage(own)),
    memory: after.memory,
  };
}

async function usageOf(child: ChildProcess): Promise<{ cpu: number; memory: number }> {
  child.send('usage');
  const [{ cpu, memory }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage; memory: number }];
  return { cpu: secondsOf(cpu), memory };
}

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

function spent(work: () => void): { seconds: number; cpu: number } {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  work();
  return { seconds: (performance.now() - start) / 1000, cpu: secondsOf(process.cpuUsage(cpu)) };
}

function timed(name: string, work: () => void): Line {
  const { seconds, cpu } = spent(work);
  return lineOf(name, SENT, seconds, cpu);
}

function lineOf(
  name: string,
  count: number,
  seconds: number,
  cpu: number,
  memory = process.memoryUsage.rss(),
): Line {
  return {
    name,
    operationsPerSecond: count / seconds,
    cpuSecondsPerThousand: (cpu / count) * 1000,
    memoryMb: memory / MB,
  };
}

function tell(contenders: readonly Line[]): void {
  process.stdout.write(`${''.padEnd(50)}      per s   CPU-s/1,000     MB\n`);
  for (const { name, operationsPerSecond, cpuSecondsPerThousand, memoryMb } of contenders)
    process.stdout.write(
      `${name.padEnd(50)}${operationsPerSecond.toFixed(0).padStart(11)}${cpuSecondsPerThousand.toFixed(3).padStart(14)}${memoryMb.toFixed(0).padStart(7)}\n`,
    );
  const json = process.argv.indexOf('--json');
  const file = json === -1 ? undefined : process.argv[json + 1];
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ machine, contenders }, null, 2)}\n`);
}
