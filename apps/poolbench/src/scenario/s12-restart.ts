import type { Arm } from '../adapter/pool-adapter.ts';
import type { Recovery } from '../judge/recovery.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { terminateBackEnds } from '../server/back-ends.ts';
import { driverPool, pipelined, poolOf } from './arms.ts';
import { DISTURBED_CELL_S, FINENESS_S, measureDisturbed, type Disturbed } from './disturb.ts';
import { failuresText } from './failures-text.ts';
import { canRun } from './s10-protocols.ts';
import type { Scenario } from './scenario.ts';
import { check, finding } from './verdicts.ts';

/** Stopping and starting the server take about so long. */
const RESTART_S = 2;

/** How a load comes through the loss of all its connections, and through a restart of the server. */
export const restart: Scenario = {
  id: 'S12',
  title: 'restart and terminated back-ends',
  seconds: () => 3 * (2 * DISTURBED_CELL_S + RESTART_S),
  async run(bench) {
    const ends: CellEnd[] = [];
    for (const cell of cellsOf(bench)) {
      if (bench.signal.aborted) break;
      ends.push(...(await terminated(bench, cell)), ...(await restarted(bench, cell)));
    }
    if (bench.server.restart === undefined)
      bench.notice(
        'The server was not restarted under load, since it is not ours. Leave out --dsn to measure that.',
      );
    await checkSettled(bench, ends);
  },
};

function cellsOf({ terms: { asking, workloads } }: Bench): Cell[] {
  const [workload] = workloads;
  if (workload === undefined) return [];
  const arms = [poolOf(asking), driverPool('postgres.js', asking, false), pipelined('pg', 1, true)];
  return arms
    .filter((arm) => canRun(arm, workload))
    .map((arm) => ({ arm, workload, load: { model: 'closed', workers: asking } }));
}

async function terminated(bench: Bench, cell: Cell): Promise<CellEnd[]> {
  const { arm } = cell;
  bench.say(`S12 terminating the back-ends of ${arm.id}`);
  const seen = await measureDisturbed(bench, { ...cell, where: 'terminated' }, () =>
    terminateBackEnds(bench.database, arm.id),
  );
  if (seen === null) return [];
  const all = seen.done === 1 ? 'its back-end was' : `all ${seen.done} back-ends were`;
  await tell(bench, arm, seen, `when ${all} terminated`);
  return [seen.end];
}

async function restarted(bench: Bench, cell: Cell): Promise<CellEnd[]> {
  const { server, signal } = bench;
  if (server.restart === undefined || signal.aborted) return [];
  bench.say(`S12 restarting the server under ${cell.arm.id}`);
  const seen = await measureDisturbed(bench, { ...cell, where: 'restarted' }, () =>
    Promise.resolve(server.restart?.()),
  );
  if (seen === null) return [];
  await tell(bench, cell.arm, seen, `when the server was restarted, which took ${seen.seconds.toFixed(1)} s`);
  return [seen.end];
}

async function tell(
  bench: Bench,
  arm: Arm,
  { end, recovery }: Disturbed<unknown>,
  when: string,
): Promise<void> {
  const sentence = `${arm.id}: ${when}, ${failuresText(end)}; ${answerText(recovery)}, ${rateText(recovery)}.`;
  await bench.verdict(
    finding(sentence, { arm: arm.id, metric: 'recovery.rate_back_s', value: recovery.rateBack }),
  );
}

function answerText({ firstAnswer, isSilent }: Recovery): string {
  if (isSilent) return 'no answer came any more';
  if (firstAnswer === null) return `no ${inMilliseconds(FINENESS_S)} were without an answer`;
  return `the first answer came within ${inMilliseconds(firstAnswer)} of its beginning`;
}

function rateText({ rateBack }: Recovery): string {
  return rateBack === null
    ? 'and the rate did not come back while it was watched'
    : `and the rate was back after ${inMilliseconds(rateBack)}`;
}

function inMilliseconds(seconds: number): string {
  return `${(seconds * 1000).toFixed(0)} ms`;
}

/** A lost connection must fail what was on it: an operation that never hears of it would wait for ever. */
async function checkSettled({ verdict }: Bench, ends: readonly CellEnd[]): Promise<void> {
  if (ends.length === 0) return;
  const offered = ends.reduce((sum, { counts }) => sum + Number(counts.offered), 0);
  const hung = ends.reduce((sum, { counts }) => sum + Number(counts.hung), 0);
  const sentence =
    hung === 0
      ? `No operation hung: each of ${offered} was answered or failed, in ${ends.length} disturbed cells.`
      : `${hung} of ${offered} operations neither answered nor failed after their connection was lost.`;
  await verdict(check(hung === 0, sentence, { value: hung }));
}
