import type { Database } from '@madang/pg';
import type { Target } from '../src/adapter/target.ts';
import type { Random } from '../src/domain/random.ts';
import { median } from '../src/domain/statistics/quantile.ts';
import { ratioOfArms } from '../src/domain/statistics/ratio.ts';
import type { WorkloadSpec } from '../src/load/workload.ts';
import { SAMPLE_ROWS, selectByKey } from '../src/load/workloads.ts';
import { driverPool } from '../src/scenario/arms.ts';
import { SCHEMA } from '../src/scratch/own-schema.ts';
import { readStatements } from '../src/server/counters.ts';
import type { Contender } from './contender.ts';
import { ourArm } from './our-arm.ts';
import { pgbench } from './pgbench.ts';

const ROUNDS = 20;
const SECONDS = 1;
const RANGE = `select sum(length(value)) from ${SCHEMA}.sample`;
const ANY_KEY = { integer: [1, SAMPLE_ROWS] } as const;
const RANDOM_KEY = `random(1, ${SAMPLE_ROWS})`;

interface Bed {
  readonly program: string;
  readonly target: Target;
  /** Asks what the server counted. */
  readonly database: Database;
  readonly random: Random;
}

/** A statement as we send it, and as a script of pgbench. */
interface Asked {
  readonly name: string;
  readonly workload: WorkloadSpec;
  readonly script: string;
}

const STATEMENTS: readonly Asked[] = [
  {
    name: 'one row by its key',
    workload: selectByKey(SCHEMA),
    script: `\\set id ${RANDOM_KEY}\nselect value from ${SCHEMA}.sample where id = :id;\n`,
  },
  {
    name: 'rows between two keys, added up',
    workload: {
      name: 'range',
      operations: [
        { statements: [{ text: `${RANGE} where id between $1 and $2`, values: [ANY_KEY, ANY_KEY] }] },
      ],
    },
    script: `\\set one ${RANDOM_KEY}\n\\set other ${RANDOM_KEY}\n${RANGE} where id between :one and :other;\n`,
  },
];

/**
 * The server's own time for the same statement by one client, ours and pgbench's by turns: it must not depend on who asks. It does
 * depend on how often: a back-end that rests between two statements runs the next one with colder caches (pgbench itself, held back
 * by `--rate`, for one row by its key: 6.3 µs at 19,000/s, 9.7 µs at 5,000/s, 11.9 µs at 2,000/s, two cores). That is much of a
 * statement of ten microseconds, and little of a longer one.
 */
export async function tellExecutionTimes(bed: Bed): Promise<void> {
  process.stdout.write(
    `\nThe server's mean execution time, one client, ${ROUNDS} rounds\n${''.padEnd(46)}      ours   pgbench   ours to pgbench\n`,
  );
  for (const asked of STATEMENTS) tell(asked, await measure(bed, asked), bed.random);
}

const WHO = ['ours', 'theirs'] as const;
type Seen = Record<(typeof WHO)[number], Stretch[]>;

interface Stretch {
  readonly operations: number;
  readonly calls: number;
  readonly meanSeconds: number;
}

async function measure(bed: Bed, { workload, script }: Asked): Promise<Seen> {
  const { program, target, random } = bed;
  const options = ['-M', 'prepared', '-c', '1'];
  const contenders = {
    ours: ourArm(target, { arm: driverPool('pg', 1, true), workers: 1, group: 'one', workload }),
    theirs: pgbench(program, target, { name: 'pgbench', group: 'one', script, options, statements: 1 }),
  };
  const text = workload.operations[0]?.statements[0]?.text ?? '';
  const seen: Seen = { ours: [], theirs: [] };
  for (const who of WHO) await contenders[who].run(SECONDS);
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const who of random.shuffle(WHO)) seen[who].push(await stretchOf(bed, contenders[who], text));
  await Promise.all(Object.values(contenders).map((one) => one.close()));
  return seen;
}

async function stretchOf({ database }: Bed, contender: Contender, text: string): Promise<Stretch> {
  const count = async () =>
    (await readStatements(database, [text])).get(text) ?? { calls: 0, executionSeconds: 0 };
  const before = await count();
  const { operations } = await contender.run(SECONDS);
  const after = await count();
  const calls = after.calls - before.calls;
  return { operations, calls, meanSeconds: (after.executionSeconds - before.executionSeconds) / calls };
}

function tell({ name }: Asked, seen: Seen, random: Random): void {
  const [ours, theirs] = WHO.map((who) => seen[who].map(({ meanSeconds }) => meanSeconds)) as [
    number[],
    number[],
  ];
  const micro = (times: readonly number[]): string => (median(times) * 1e6).toFixed(2).padStart(10);
  const { median: ratio, interval } = ratioOfArms(ours, theirs, { random });
  const bounds = `${ratio.toFixed(3)} [${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}]`;
  process.stdout.write(`${name.padEnd(46)}${micro(ours)}${micro(theirs)}   ${bounds}   µs\n`);
  const sum = (of: 'operations' | 'calls'): number => seen.ours.reduce((total, one) => total + one[of], 0);
  process.stdout.write(`  ours counted ${sum('operations')} operations, the server ${sum('calls')} calls\n`);
}
