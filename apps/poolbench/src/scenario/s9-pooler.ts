import type { Arm } from '../adapter/pool-adapter.ts';
import { timesText } from '../judge/comparison.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import type { Route } from '../run/route.ts';
import { findPgBouncer } from '../via/pgbouncer/find-pgbouncer.ts';
import type { PgBouncerAuth, PoolMode } from '../via/pgbouncer/configuration.ts';
import { driverPool, perQuery, poolOf } from './arms.ts';
import { compareCells, measuredSeries, type CellPair } from './compare-cells.ts';
import { checkFeatures, FEATURE_CLIENTS } from './pooler-features.ts';
import type { Scenario } from './scenario.ts';
import { check, finding } from './verdicts.ts';

const MODES: readonly PoolMode[] = ['session', 'transaction', 'statement'];
const AUTHS: readonly PgBouncerAuth[] = ['trust', 'md5', 'scram-sha-256-secret', 'scram-sha-256-plain'];
/** An operation that a pooler swallows is given up after this. */
const SWALLOWED_AFTER_MS = 2_000;

/** Through PgBouncer: what it costs a pool that is kept, what it saves clients that connect for each query, and what breaks. */
export const pooler: Scenario = {
  id: 'S9',
  title: 'through a pooler',
  seconds: ({ rounds, cellSeconds }) => (2 + AUTHS.length + MODES.length) * (rounds * cellSeconds + 2.5) + 15,
  async run(bench) {
    const found = await findPgBouncer();
    if (found === null) {
      bench.notice(
        'S9 was left out: there is no pgbouncer on the PATH. Install the package pgbouncer to measure it.',
      );
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

function routeOf({ terms: { asking } }: Bench, poolMode: PoolMode, auth: PgBouncerAuth): Route {
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

const SECRETS: Readonly<Record<PgBouncerAuth, string>> = {
  trust: 'without a password',
  md5: 'by MD5',
  'scram-sha-256-secret': 'by SCRAM with the server’s own secret',
  'scram-sha-256-plain': 'by SCRAM from plain passwords',
};

function pairsOf({ direct, directChurn, kept, churn }: Cells): CellPair[] {
  return [
    ...kept.map((cell) => ({
      cell,
      against: direct,
      sentence: (found: Parameters<CellPair['sentence']>[0]) =>
        `${cell.workload.name}: a kept pool through PgBouncer in ${modeOf(cell)} mode serves ${timesText(found)} what it does without.`,
    })),
    ...churn.map((cell) => ({
      cell,
      against: directChurn,
      sentence: (found: Parameters<CellPair['sentence']>[0]) =>
        `${cell.workload.name}: a connection per query through PgBouncer, clients let in ${SECRETS[authOf(cell)]}, serves ${timesText(found)} what one straight to the server does.`,
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
      check(
        used > 0,
        `PgBouncer in ${modeOf(cell)} mode used ${((used / operations) * 1e6).toFixed(0)} µs of CPU for each operation.`,
        { arm: cell.arm.id, value: used / operations },
      ),
    );
  }
}

/**
 * Named statements live in one back-end, and a pooler in transaction mode hands out another one each time. Some drivers fail then, and
 * some wait for ever without an error: every operation has a deadline, and what became of each is told.
 */
async function measureNamed(bench: Bench, workload: Cell['workload'], version: string): Promise<void> {
  const route = routeOf(bench, 'transaction', 'scram-sha-256-secret');
  for (const driver of ['pg', 'postgres.js'] as const) {
    if (bench.signal.aborted) return;
    const arm = driverPool(driver, bench.terms.asking, true);
    const cell: Cell = {
      arm,
      workload,
      load: { model: 'closed', workers: bench.terms.askingInSweep },
      route,
    };
    const { counts, errors } = await bench.measure(cell, {
      round: 1,
      seconds: bench.terms.cellSeconds,
      deadlineMs: SWALLOWED_AFTER_MS,
    });
    const [offered, ok] = [Number(counts.offered), Number(counts.ok)];
    const bad = Object.entries(errors).map(([kind, count]) => `${count} ${kind}`);
    const outcome =
      bad.length === 0 ? 'all of them were answered' : `${ok} were answered, the others: ${bad.join(', ')}`;
    await bench.verdict(
      finding(
        `${driver} with named statements through PgBouncer ${version} in transaction mode: of ${offered} operations ${outcome}.`,
        {
          arm: arm.id,
          workload: workload.name,
          value: ok / Math.max(1, offered),
        },
      ),
    );
    const settled = [counts.ok, counts.error, counts.timeout, counts.hung, counts.dropped].reduce<number>(
      (sum, count) => sum + Number(count),
      0,
    );
    await bench.verdict(
      check(settled === offered, `${driver}: each of ${offered} operations has an outcome.`, {
        arm: arm.id,
        value: offered - settled,
      }),
    );
  }
}
