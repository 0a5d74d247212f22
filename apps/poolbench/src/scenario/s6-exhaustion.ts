import type { Arm } from '../adapter/pool-adapter.ts';
import { mergedDurations } from '../judge/merged.ts';
import { GRACE_MS } from '../load/deadline.ts';
import type { WorkloadSpec } from '../load/workload.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import { readServerFacts } from '../server/server-facts.ts';
import { driverPool, perQuery, poolOf } from './arms.ts';
import { gatherCrowd, type IdleCrowd } from './idle-crowd.ts';
import { s6 } from './s6.words.ts';
import type { Scenario } from './scenario.ts';
import { failuresPhrase } from './shared-phrases.ts';
import { check, finding } from './verdicts.ts';

const CONNECTIONS = 4;
const ASKING = 16;
/** Each operation holds its connection so long. With four times as many asking, a fourth of them waits 600 ms, and would be done at 800. */
const HOLD_MS = 200;
/** Less than that wait, and more than the one before it. */
const ACQUIRE_TIMEOUT_MS = 500;
/** More than that wait, and less than the end: those who wait longest are given up while they are served. */
const DEADLINE_MS = 700;
const CELL_S = 2;
/** A back-end whose client has left is gone within a second. */
const LOOK_EVERY_MS = 200;
const MOST_LOOKS = 20;

/** More askers than connections, each held for long: how every driver tells those who get none, and when. */
export const exhaustion: Scenario = {
  id: 'S6',
  title: 'exhaustion and time-outs',
  seconds: () => 4 * (CELL_S + DEADLINE_MS / 1000) + 2,
  async run(bench) {
    const ends: CellEnd[] = [];
    for (const arm of ARMS) ends.push(...(await measured(bench, arm, fewPhrase)));
    ends.push(...(await atFullServer(bench)));
    await checkSettled(bench, ends);
  },
};

const ARMS: readonly Arm[] = [
  {
    ...poolOf(CONNECTIONS),
    id: `pg pool of ${CONNECTIONS} that waits ${ACQUIRE_TIMEOUT_MS} ms`,
    rules: { acquireTimeoutMs: ACQUIRE_TIMEOUT_MS },
  },
  { ...poolOf(CONNECTIONS), id: `pg pool of ${CONNECTIONS}` },
  driverPool('postgres.js', CONNECTIONS, false),
];

const HELD: WorkloadSpec = {
  name: 'held',
  operations: [{ statements: [{ text: 'select pg_sleep($1)', values: [{ choice: [HOLD_MS / 1000] }] }] }],
};

type Tell = (arm: Arm, end: CellEnd) => Phrase;

const ASKED = { asking: ASKING, hold: HOLD_MS };

const fewPhrase: Tell = ({ id: arm }, end) =>
  s6.say('few', { arm, ...ASKED, connections: CONNECTIONS, failures: failuresPhrase(end) });

const fullPhrase: Tell = ({ id: arm }, end) =>
  s6.say('full', { arm, ...ASKED, failures: failuresPhrase(end) });

async function measured(bench: Bench, arm: Arm, tell: Tell): Promise<CellEnd[]> {
  if (bench.signal.aborted) return [];
  bench.say(`S6 exhausting: ${arm.id}`);
  const end = await bench.measure(
    { arm, workload: HELD, load: { model: 'closed', workers: ASKING } },
    { round: 1, seconds: CELL_S, deadlineMs: DEADLINE_MS, losesAnswers: true },
  );
  const failed = mergedDurations([end], 'response', 'error').percentile(100);
  await bench.verdict(
    finding(tell(arm, end), {
      arm: arm.id,
      workload: HELD.name,
      metric: 'time_to_fail_s',
      value: failed === null ? null : failed / 1000,
    }),
  );
  return [end];
}

/** Leaves the server as many connections as the pools had, and lets each operation open its own. */
async function atFullServer(bench: Bench): Promise<CellEnd[]> {
  const { server, database, notice, signal } = bench;
  if (!server.scratch) {
    notice(s6.say('notFull'));
    return [];
  }
  if (signal.aborted) return [];
  const { maxConnections } = await readServerFacts(database);
  const crowd = await gatherCrowd(bench, maxConnections);
  try {
    const others = await fillUp(bench, crowd);
    await bench.event('crowd-gathered', `${others} idle connections leave the server ${CONNECTIONS}.`);
    return await measured(bench, perQuery, fullPhrase);
  } finally {
    await crowd.resize(0);
    await bench.event('crowd-left', 'The idle connections are closed.');
  }
}

/**
 * Takes all connections of the server but a few, and gives how many it took. Back-ends of earlier arms may still be leaving, so it looks
 * again until the server has stayed as full as is wanted.
 */
async function fillUp({ database, signal }: Bench, crowd: IdleCrowd): Promise<number> {
  let others = 0;
  for (let looks = 0, settled = 0; settled < 2 && looks < MOST_LOOKS && !signal.aborted; looks += 1) {
    const { freeConnections } = await readServerFacts(database);
    const more = freeConnections - CONNECTIONS;
    settled = more === 0 ? settled + 1 : 0;
    others = Math.max(0, others + more);
    if (more !== 0) await crowd.resize(others);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return others;
}

async function checkSettled({ verdict }: Bench, ends: readonly CellEnd[]): Promise<void> {
  if (ends.length === 0) return;
  const hung = ends.reduce((sum, { counts }) => sum + Number(counts.hung), 0);
  const all = mergedDurations(ends, 'response', 'all');
  const latest = all.beyond() > 0 ? Infinity : (all.percentile(100) ?? 0);
  const inTime = hung === 0 && latest <= DEADLINE_MS + GRACE_MS;
  const terms = { deadline: DEADLINE_MS, grace: GRACE_MS };
  const said = inTime
    ? s6.say('settled', { ...terms, latest: latest.toFixed(0) })
    : s6.say('unsettled', { ...terms, hung });
  await verdict(check(inTime, said, { metric: 'durations.response.max_s', value: latest / 1000 }));
}
