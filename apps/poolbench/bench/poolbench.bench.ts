import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { openDatabase } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { createRandom } from '../src/domain/random.ts';
import { median } from '../src/domain/statistics/quantile.ts';
import { ratioOfArms } from '../src/domain/statistics/ratio.ts';
import { insertRow, selectByKey, SAMPLE_ROWS } from '../src/load/workloads.ts';
import { driverPool, perQuery, pipelined } from '../src/scenario/arms.ts';
import { createOwnSchema, SCHEMA } from '../src/scratch/own-schema.ts';
import { startScratchServer } from '../src/scratch/scratch-server.ts';
import type { Contender, Stretch } from './contender.ts';
import { tellExecutionTimes } from './execution-times.ts';
import { ourArm } from './our-arm.ts';
import { findPgbench, pgbench } from './pgbench.ts';
import { hasPsycopg2, psycopg2 } from './psycopg2.ts';

// Our arms beside pgbench and, where it is there, psycopg2: the same server, statements and clients, round by round in random order.
const ROUNDS = 10;
const SECONDS = 1;
const CLIENTS = 8;
const DEEP = 32;

const log = createLogger({ level: 'silent' });
const server = await startScratchServer(log);
const database = openDatabase({ url: server.url, maxConnections: 2, applicationName: 'bench' });
const random = createRandom(7);
const program = await findPgbench();
try {
  await createOwnSchema(database, { scratch: true });
  const contenders = await contendersOf();
  const rounds = await measured(contenders);
  tell(contenders, rounds);
  if (program !== null) await tellExecutionTimes({ program, target: server.target, database, random });
} finally {
  await database.close();
  await server.stop();
}

async function contendersOf(): Promise<Contender[]> {
  const { target } = server;
  const select = selectByKey(SCHEMA);
  const insert = insertRow(SCHEMA);
  const ours = [
    { arm: driverPool('pg', CLIENTS, true), workers: CLIENTS },
    { arm: driverPool('postgres.js', CLIENTS, true), workers: CLIENTS },
    { arm: pipelined('pg', 1, true), workers: DEEP },
    { arm: pipelined('postgres.js', 1, true), workers: DEEP },
  ];
  return [
    ...pgbenches(),
    ...ours.map((one) => ourArm(target, { ...one, group: 'select', workload: select })),
    ourArm(target, { arm: perQuery, workers: CLIENTS, group: 'select', workload: select }),
    ...ours.map((one) => ourArm(target, { ...one, group: 'insert', workload: insert })),
    ...((await hasPsycopg2())
      ? [psycopg2(target, 'basic', 1), psycopg2(target, 'single', 1), psycopg2(target, 'multi', CLIENTS)]
      : []),
  ];
}

function pgbenches(): Contender[] {
  if (program === null) {
    process.stderr.write('pgbench is not there (Debian: postgresql-15); ours are measured alone\n');
    return [];
  }
  const query = `select value from ${SCHEMA}.sample where id = :id;\n`;
  const one = `\\set id random(1, ${SAMPLE_ROWS})\n${query}`;
  const row = `\\set number random(0, 999999)\ninsert into ${SCHEMA}.event (number, note) values (:number, 'one row of an ordinary size, as an application writes it');\n`;
  const many = `\\set id random(1, ${SAMPLE_ROWS})\n\\startpipeline\n${query.repeat(DEEP)}\\endpipeline\n`;
  const eight = ['-c', String(CLIENTS), '-j', '2'];
  const of = (
    name: string,
    group: string,
    script: string,
    options: readonly string[],
    statements = 1,
  ): Contender =>
    pgbench(program, server.target, { name: `pgbench ${name}`, group, script, options, statements });
  return [
    of(`prepared, ${CLIENTS} clients`, 'select', one, ['-M', 'prepared', ...eight]),
    of(`extended, ${CLIENTS} clients`, 'select', one, ['-M', 'extended', ...eight]),
    of(`simple, ${CLIENTS} clients`, 'select', one, ['-M', 'simple', ...eight]),
    of(`prepared, pipelines of ${DEEP}, 1 client`, 'select', many, ['-M', 'prepared', '-c', '1'], DEEP),
    of(`-C, ${CLIENTS} clients`, 'select', one, ['-M', 'extended', '-C', ...eight]),
    of(`prepared, ${CLIENTS} clients`, 'insert', row, ['-M', 'prepared', ...eight]),
  ];
}

async function measured(contenders: readonly Contender[]): Promise<ReadonlyMap<Contender, Stretch[]>> {
  const rounds = new Map<Contender, Stretch[]>(contenders.map((contender) => [contender, []]));
  for (const contender of contenders) await contender.run(SECONDS);
  for (let round = 1; round <= ROUNDS; round += 1) {
    process.stderr.write(`round ${round} of ${ROUNDS}\n`);
    for (const contender of random.shuffle(contenders))
      rounds.get(contender)?.push(await contender.run(SECONDS));
  }
  await Promise.all(contenders.map((contender) => contender.close()));
  return rounds;
}

function tell(contenders: readonly Contender[], rounds: ReadonlyMap<Contender, Stretch[]>): void {
  const lines = contenders.map((contender) => {
    const own = rounds.get(contender) ?? [];
    const rates = own.map(({ operationsPerSecond }) => operationsPerSecond);
    const reference = contenders.find(({ group }) => group === contender.group);
    const against = (rounds.get(reference ?? contender) ?? []).map(
      ({ operationsPerSecond }) => operationsPerSecond,
    );
    const { median: ratio, interval } = ratioOfArms(rates, against, { random });
    const operations = own.reduce((sum, one) => sum + one.operations, 0);
    const cpu = own.reduce((sum, one) => sum + (one.cpuSeconds ?? NaN), 0);
    return {
      group: contender.group,
      name: contender.name,
      operationsPerSecond: median(rates),
      ratio,
      low: interval.low,
      high: interval.high,
      cpuSecondsPerThousand: (cpu / operations) * 1000,
      memoryMb: Math.max(...own.map(({ memoryMb }) => memoryMb ?? NaN)),
    };
  });
  for (const group of new Set(lines.map((line) => line.group))) {
    process.stdout.write(`\n${group.padEnd(46)}     ops/s   of pgbench prepared        CPU-s/1,000   MB\n`);
    for (const line of lines.filter((one) => one.group === group)) process.stdout.write(`${lineOf(line)}\n`);
  }
  const json = process.argv.indexOf('--json');
  const file = json === -1 ? undefined : process.argv[json + 1];
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ machine, contenders: lines }, null, 2)}\n`);
}

interface Line {
  readonly name: string;
  readonly operationsPerSecond: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly cpuSecondsPerThousand: number;
  readonly memoryMb: number;
}

function lineOf({
  name,
  operationsPerSecond,
  ratio,
  low,
  high,
  cpuSecondsPerThousand,
  memoryMb,
}: Line): string {
  const bounds = `${ratio.toFixed(2)} [${low.toFixed(2)} to ${high.toFixed(2)}]`;
  const rest = [cpuSecondsPerThousand.toFixed(3), Number.isFinite(memoryMb) ? memoryMb.toFixed(0) : '-'];
  return `${name.padEnd(46)}${operationsPerSecond.toFixed(0).padStart(10)}   ${bounds.padEnd(26)}${rest.map((cell) => cell.padStart(8)).join('')}`;
}
