import type { Arm } from '../adapter/pool-adapter.ts';
import type { Recovery } from '../judge/recovery.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { terminateBackEnds } from '../server/back-ends.ts';
import { driverPool, pipelined, poolOf } from './arms.ts';
import { DISTURBED_CELL_S, FINENESS_S, measureDisturbed, type Disturbed } from './disturb.ts';
import { canRun } from './s10-protocols.ts';
import { s12 } from './s12.words.ts';
import type { Scenario } from './scenario.ts';
import { failuresPhrase } from './shared-phrases.ts';
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
    if (bench.server.restart === undefined) bench.notice(s12.say('notRestarted'));
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
  const seen = await measureDisturbed(bench, { ...cell, where: 'terminated' }, async () => {
    await bench.event('back-ends-terminated', `All back-ends of ${arm.id} are terminated.`);
    return terminateBackEnds(bench.database, arm.id);
  });
  if (seen === null) return [];
  const how = howItWent(arm, seen);
  await tell(
    bench,
    arm,
    seen,
    seen.done === 1 ? s12.say('terminatedOne', how) : s12.say('terminatedAll', { ...how, count: seen.done }),
  );
  return [seen.end];
}

async function restarted(bench: Bench, cell: Cell): Promise<CellEnd[]> {
  const { server, signal } = bench;
  if (server.restart === undefined || signal.aborted) return [];
  bench.say(`S12 restarting the server under ${cell.arm.id}`);
  const seen = await measureDisturbed(bench, { ...cell, where: 'restarted' }, async () => {
    await bench.event('server-restarting', 'The server is stopped, and started again.');
    await server.restart?.();
    await bench.event('server-restarted', 'The server takes connections again.');
  });
  if (seen === null) return [];
  const said = s12.say('restarted', { ...howItWent(cell.arm, seen), seconds: seen.seconds.toFixed(1) });
  await tell(bench, cell.arm, seen, said);
  return [seen.end];
}

async function tell(bench: Bench, arm: Arm, { recovery }: Disturbed<unknown>, said: Phrase): Promise<void> {
  await bench.verdict(
    finding(said, { arm: arm.id, metric: 'recovery.rate_back_s', value: recovery.rateBack }),
  );
}

/** What all sentences of a disturbance tell. */
function howItWent({ id: arm }: Arm, { end, recovery }: Disturbed<unknown>) {
  return {
    arm,
    failures: failuresPhrase(end),
    answer: answerPhrase(recovery),
    rate: ratePhrase(recovery),
  };
}

function answerPhrase({ firstAnswer, isSilent }: Recovery): Phrase {
  if (isSilent) return s12.say('silent');
  return firstAnswer === null
    ? s12.say('steady', { ms: inMilliseconds(FINENESS_S) })
    : s12.say('answered', { ms: inMilliseconds(firstAnswer) });
}

function ratePhrase({ rateBack }: Recovery): Phrase {
  return rateBack === null ? s12.say('notBack') : s12.say('back', { ms: inMilliseconds(rateBack) });
}

function inMilliseconds(seconds: number): string {
  return (seconds * 1000).toFixed(0);
}

/** A lost connection must fail what was on it: an operation that never hears of it would wait for ever. */
async function checkSettled({ verdict }: Bench, ends: readonly CellEnd[]): Promise<void> {
  if (ends.length === 0) return;
  const offered = ends.reduce((sum, { counts }) => sum + Number(counts.offered), 0);
  const hung = ends.reduce((sum, { counts }) => sum + Number(counts.hung), 0);
  const said =
    hung === 0 ? s12.say('settled', { offered, cells: ends.length }) : s12.say('hung', { hung, offered });
  await verdict(check(hung === 0, said, { value: hung }));
}
