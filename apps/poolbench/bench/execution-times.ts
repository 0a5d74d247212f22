import type { Database } from '@madang/pg';
import type { Target } from '../src/adapter/target.ts';
import type { Random } from '../src/domain/random.ts';
import { median } from '../src/domain/statistics/quantile.ts';
import { ratioOfArms } from '../src/domain/statistics/ratio.ts';
import { SAMPLE_ROWS, selectByKey } from '../src/load/workloads.ts';
import { driverPool } from '../src/scenario/arms.ts';
import { SCHEMA } from '../src/scratch/own-schema.ts';
import { readStatements } from '../src/server/counters.ts';
import type { Contender } from './contender.ts';
import { ourArm } from './our-arm.ts';
import { pgbench } from './pgbench.ts';

const ROUNDS = 20;
const SECONDS = 1;

interface Bed {
  readonly program: string;
  readonly target: Target;
  /** Asks what the server counted. */
  readonly database: Database;
  readonly random: Random;
}

/**
 * The server's own time for the same statement by one client, ours and pgbench's by turns: it must not depend on who asks. It does
 * depend on how often: a back-end that rests between two statements runs the next one with colder caches (pgbench itself, held back
 * by `--rate`: 6.3 µs at 19,000/s, 9.7 µs at 5,000/s, 11.9 µs at 2,000/s, two cores). So pgbench is measured at its own pace, and
 * with as much work of its own between two queries as brings it to ours.
 */
export async function tellExecutionTimes(bed: Bed): Promise<void> {
  const { program, target, random } = bed;
  const workload = selectByKey(SCHEMA);
  const ours = ourArm(target, { arm: driverPool('pg', 1, true), workers: 1, group: 'one', workload });
  const contenders = {
    ours,
    slowed: theirs(program, target, await workToMatch(bed, ours)),
    free: theirs(program, target, 0),
  };
  const text = workload.operations[0]?.statements[0]?.text ?? '';
  const seen: Record<Who, Stretch[]> = { ours: [], slowed: [], free: [] };
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const who of random.shuffle(WHO)) seen[who].push(await stretchOf(bed, contenders[who], text));
  await Promise.all(Object.values(contenders).map((one) => one.close()));
  tell(seen, random);
}

const WHO = ['ours', 'slowed', 'free'] as const;
type Who = (typeof WHO)[number];

interface Stretch {
  readonly operations: number;
  readonly calls: number;
  readonly meanSeconds: number;
  readonly perSecond: number;
}

async function stretchOf({ database }: Bed, contender: Contender, text: string): Promise<Stretch> {
  const count = async () =>
    (await readStatements(database, [text])).get(text) ?? { calls: 0, executionSeconds: 0 };
  const before = await count();
  const { operations, operationsPerSecond } = await contender.run(SECONDS);
  const after = await count();
  const calls = after.calls - before.calls;
  return {
    operations,
    calls,
    meanSeconds: (after.executionSeconds - before.executionSeconds) / calls,
    perSecond: operationsPerSecond,
  };
}

/** How many assignments pgbench has to make between two queries to ask as often as we do: its time for each is linear in them. */
async function workToMatch({ program, target }: Bed, ours: Contender): Promise<number> {
  const MANY = 400;
  const secondsOf = async (contender: Contender): Promise<number> => {
    await contender.run(SECONDS);
    return 1 / (await contender.run(2 * SECONDS)).operationsPerSecond;
  };
  const [free, busy] = [theirs(program, target, 0), theirs(program, target, MANY)];
  const [own, least, most] = [await secondsOf(ours), await secondsOf(free), await secondsOf(busy)];
  await Promise.all([free.close(), busy.close()]);
  return Math.max(0, Math.round((MANY * (own - least)) / (most - least)));
}

function tell(seen: Readonly<Record<Who, readonly Stretch[]>>, random: Random): void {
  const times = (who: Who): number[] => seen[who].map(({ meanSeconds }) => meanSeconds);
  const line = (who: Who, name: string): string => {
    const { median: ratio, interval } = ratioOfArms(times('ours'), times(who), { random });
    const against = `${ratio.toFixed(3)} [${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}]`;
    const pace = median(seen[who].map(({ perSecond }) => perSecond)).toFixed(0);
    return `${name.padEnd(46)}${pace.padStart(10)}   ${(median(times(who)) * 1e6).toFixed(2).padStart(8)} µs   ${against}\n`;
  };
  process.stdout.write(
    `\nThe server's mean execution time of one select, one client, ${ROUNDS} rounds\n${''.padEnd(46)}     ops/s   execution     ours to it\n`,
  );
  process.stdout.write(line('ours', 'ours: pg, one connection, named'));
  process.stdout.write(line('slowed', 'pgbench prepared, with work between queries'));
  process.stdout.write(line('free', 'pgbench prepared'));
  const sum = (name: 'operations' | 'calls'): number =>
    seen.ours.reduce((total, one) => total + one[name], 0);
  process.stdout.write(`Ours counted ${sum('operations')} operations, the server ${sum('calls')} calls.\n`);
}

/** @param work assignments between two queries */
function theirs(program: string, target: Target, work: number): Contender {
  const query = `\\set id random(1, ${SAMPLE_ROWS})\nselect value from ${SCHEMA}.sample where id = :id;\n`;
  return pgbench(program, target, {
    name: 'pgbench',
    group: 'one',
    script: '\\set x random(1, 1000)\n'.repeat(work) + query,
    options: ['-M', 'prepared', '-c', '1'],
    statements: 1,
  });
}
