import type { Arm } from '../adapter/pool-adapter.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import type { Route } from '../run/route.ts';
import { findPgBouncer } from '../via/pgbouncer/find-pgbouncer.ts';
import type { PgBouncerAuth, PoolMode } from '../via/pgbouncer/configuration.ts';
import { driverPool, perQuery, pipelined, poolOf } from './arms.ts';
import { compareCells, measuredSeries, type CellPair } from './compare-cells.ts';
import { checkFeatures, FEATURE_CLIENTS, type ThroughPooler } from './pooler-features.ts';
import { s9 } from './s9.words.ts';
import { secondsOfCells } from './planned-time.ts';
import type { Scenario } from './scenario.ts';
import { timesPhrase } from './shared-phrases.ts';
import { check, finding } from './verdicts.ts';

const MODES: readonly PoolMode[] = ['session', 'transaction', 'statement'];
const AUTHS: readonly PgBouncerAuth[] = ['trust', 'md5', 'scram-sha-256-secret', 'scram-sha-256-plain'];
/** Seconds in which what survives a pooler is tried out, mode by mode, and three drivers with named statements. */
const FEATURES_S = 15;
/** An operation that a pooler swallows is given up after this. */
const SWALLOWED_AFTER_MS = 2_000;

/** Through PgBouncer: what it costs a pool that is kept, what it saves clients that connect for each query, and what breaks. */
export const pooler: Scenario = {
  id: 'S9',
  title: 'through a pooler',
  seconds: (terms) => secondsOfCells(2 + AUTHS.length + MODES.length, terms) + FEATURES_S,
  async run(bench) {
    const found = await findPgBouncer();
    if (found === null) {
      bench.notice(s9.say('notFound'));
      return;
    }
    const [workload] = bench.terms.workloads;
    if (workload === undefined) return;
    const cells = cellsOf(bench, workload);
    await bench.interleave(cells.all);
    await compareCells(bench, 'S9', pairsOf(cells));
    await checkPoolerCpu(bench, cells);
    for (const poolMode of MODES)
      await checkFeatures(bench, routeOf(bench, poolMode, 'scram-sha-256-secret'));
    await measureNamed(bench, workload, found.version);
  },
};

interface Cells {
  readonly direct: Cell;
  readonly directChurn: Cell;
  readonly kept: readonly Cell[];
  readonly churn: readonly Cell[];
  readonly all: readonly Cell[];
}

function routeOf({ terms: { asking } }: Bench, poolMode: PoolMode, auth: PgBouncerAuth): ThroughPooler {
  return { kind: 'pgbouncer', poolMode, auth, poolSize: asking + FEATURE_CLIENTS };
}

function cellsOf(bench: Bench, workload: Cell['workload']): Cells {
  const { asking } = bench.terms;
  const cellOf = (arm: Arm, route?: Route): Cell => ({
    arm,
    workload,
    load: { model: 'closed', workers: asking },
    ...(route && { route }),
  });
  const direct = cellOf(poolOf(asking));
  const directChurn = cellOf(perQuery);
  const kept = MODES.map((mode) => cellOf(poolOf(asking), routeOf(bench, mode, 'scram-sha-256-secret')));
  const churn = AUTHS.map((auth) => cellOf(perQuery, routeOf(bench, 'transaction', auth)));
  return { direct, directChurn, kept, churn, all: [direct, directChurn, ...kept, ...churn] };
}

function pairsOf({ direct, directChurn, kept, churn }: Cells): CellPair[] {
  return [
    ...kept.map((cell): CellPair => ({
      cell,
      against: direct,
      says: (found) =>
        s9.say('kept', { workload: cell.workload.name, mode: modeOf(cell), times: timesPhrase(found) }),
    })),
    ...churn.map((cell): CellPair => ({
      cell,
      against: directChurn,
      says: (found) =>
        s9.say('churn', {
          workload: cell.workload.name,
          login: s9.say(authOf(cell)),
          times: timesPhrase(found),
        }),
    })),
  ];
}

function modeOf({ route }: Cell): PoolMode {
  return route?.kind === 'pgbouncer' ? route.poolMode : 'session';
}

function authOf({ route }: Cell): PgBouncerAuth {
  return route?.kind === 'pgbouncer' ? route.auth : 'trust';
}

/** What the pooler itself costs; a pooler that used no CPU was not in the way, and its cells would prove nothing. */
async function checkPoolerCpu(bench: Bench, { kept }: Cells): Promise<void> {
  for (const cell of kept) {
    const ends = measuredSeries(bench, 'S9', cell)?.ends ?? [];
    const used = ends.reduce((sum, { cpu }) => sum + (cpu?.pooler_s ?? 0), 0);
    const operations = ends.reduce((sum, { counts }) => sum + Number(counts.ok), 0);
    if (operations === 0) continue;
    await bench.verdict(
      check(used > 0, s9.say('cpu', { mode: modeOf(cell), cpu: ((used / operations) * 1e6).toFixed(0) }), {
        arm: cell.arm.id,
        value: used / operations,
      }),
    );
  }
}

/**
 * Named statements live in one back-end, and a pooler in transaction mode hands out another one each time. Some drivers fail then, and
 * some wait for ever without an error: every operation has a deadline, and what became of each is told.
 */
async function measureNamed(bench: Bench, workload: Cell['workload'], version: string): Promise<void> {
  const { asking, askingInSweep, cellSeconds } = bench.terms;
  const route = routeOf(bench, 'transaction', 'scram-sha-256-secret');
  const arms = [
    driverPool('pg', asking, true),
    driverPool('postgres.js', asking, true),
    pipelined('postgres.js', asking, true),
  ];
  for (const arm of arms) {
    if (bench.signal.aborted) return;
    const load = { model: 'closed', workers: askingInSweep } as const;
    // Behind such a pooler a name may stand for another statement on the next back-end: what was answered is not what was asked.
    const terms = { round: 1, seconds: cellSeconds, deadlineMs: SWALLOWED_AFTER_MS, losesAnswers: true };
    await tellNamed(bench, arm.id, version, await bench.measure({ arm, workload, load, route }, terms));
  }
}

async function tellNamed(
  bench: Bench,
  arm: string,
  version: string,
  { counts, errors }: CellEnd,
): Promise<void> {
  const [offered, ok, hung] = [counts.offered, counts.ok, counts.hung].map(Number) as [
    number,
    number,
    number,
  ];
  const others = Object.entries(errors).map(([kind, count]) => `${count} ${kind}`);
  const of = { arm, version, offered };
  const said =
    others.length === 0
      ? s9.say('namedAll', of)
      : s9.say('namedSome', { ...of, ok, others: others.join(', ') });
  await bench.verdict(finding(said, { arm, value: ok / Math.max(1, offered) }));
  if (hung > 0) await bench.verdict(finding(s9.say('hung', { arm, hung }), { arm, value: hung / offered }));
  const { error, timeout, dropped } = counts;
  const settled = [ok, error, timeout, hung, dropped].reduce<number>((sum, count) => sum + Number(count), 0);
  const outcomes = s9.say('outcomes', { arm, offered });
  const lost = offered - settled;
  await bench.verdict(
    check(lost === 0, lost === 0 ? outcomes : s9.say('noOutcome', { arm, offered, lost }), {
      arm,
      value: lost,
    }),
  );
}
