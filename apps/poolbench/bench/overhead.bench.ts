import { writeFileSync } from 'node:fs';
import type { Held, PoolAdapter } from '../src/adapter/pool-adapter.ts';
import { createRandom } from '../src/domain/random.ts';
import { monotonic, type Clock } from '../src/load/clock.ts';
import { runLoad, type Load } from '../src/load/load.ts';
import { createWorkload } from '../src/load/workload.ts';
import { selectByKey } from '../src/load/workloads.ts';

/**
 * What the measuring itself costs for each operation: the loops with an adapter that does nothing, beside a bare loop that awaits the
 * same two promises. `node --cpu-prof` shows where it goes.
 */
const ROUNDS = 7;
const SECONDS = 0.5;
const WORKERS = 16;

const connection = {} as Held;
const nothing: PoolAdapter = {
  name: 'nothing',
  open: () => Promise.resolve(),
  acquire: () => Promise.resolve(connection),
  query: () => Promise.resolve(1),
  release: () => undefined,
  stats: () => ({ open: 1, idle: 0, pending: 0, opened: 1, closed: 0, acquired: 0, released: 0 }),
  close: () => Promise.resolve(),
};
const workload = createWorkload(selectByKey('bench'));
const { signal } = new AbortController();

/** Nanoseconds of each operation of so many workers who do nothing but await. */
async function bare(): Promise<number> {
  const random = createRandom(1);
  const start = performance.now();
  const end = start + SECONDS * 1000;
  let operations = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const [operation] = workload.next(random);
      const held = await nothing.acquire(signal);
      if (operation !== undefined) await nothing.query(held, operation);
      nothing.release(held);
      operations += 1;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return ((performance.now() - start) * 1e6) / operations;
}

async function measured(load: Load, seconds: number, clock?: Clock): Promise<number> {
  const start = performance.now();
  const { counts } = await runLoad(
    { ...{ adapter: nothing, workload, load, seconds, deadlineMs: 5000, random: createRandom(1) } },
    clock,
  );
  return ((performance.now() - start) * 1e6) / counts.ok;
}

const RATE = 1_000_000;

/** Never waits: it is put forward to where the next sixteen operations are due. */
function hastened(): Clock {
  let ahead = 0;
  return {
    ...monotonic,
    now: () => performance.now() + ahead,
    at(instant, callback) {
      ahead = Math.max(ahead, instant + (WORKERS * 1000) / RATE - performance.now());
      setImmediate(callback);
    },
  };
}

const CONTENDERS = {
  bare,
  'closed loop': () => measured({ model: 'closed', workers: WORKERS }, SECONDS),
  'open loop': () =>
    measured({ model: 'open', arrivals: 'fixed', rate: RATE, maxInFlight: 1000 }, SECONDS, hastened()),
};

const found = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, run] of Object.entries(CONTENDERS))
    found.set(name, [...(found.get(name) ?? []), await run()]);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const contenders = [...found].map(([name, values]) => ({ name, operationsPerSecond: 1e9 / median(values) }));
const floor = 1e9 / (contenders[0]?.operationsPerSecond ?? NaN);
for (const { name, operationsPerSecond } of contenders) {
  const ns = 1e9 / operationsPerSecond;
  process.stdout.write(
    `${name.padEnd(14)}${ns.toFixed(0).padStart(8)} ns/op${(ns - floor).toFixed(0).padStart(8)} ns above bare\n`,
  );
}
const json = process.argv.indexOf('--json');
const file = json === -1 ? undefined : process.argv[json + 1];
if (file !== undefined)
  writeFileSync(file, `${JSON.stringify({ machine: { node: process.version }, contenders }, null, 2)}\n`);
