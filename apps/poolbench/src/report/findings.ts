import { recommend, type Recommendation } from '../domain/knee/recommendation.ts';
import type { Random } from '../domain/random.ts';
import { ratioOfArms, type RatioOfArms } from '../domain/statistics/ratio.ts';
import type { Arm } from '../adapter/pool-adapter.ts';
import type { Cell } from '../runner/cell.ts';
import type { CellSummary } from './summary.ts';

/** What keeping connections saves for one workload. */
export interface Saving {
  readonly workload: string;
  /** Connections in the pool that is compared, and workers that ask. */
  readonly size: number;
  readonly asking: number;
  /** Throughput of the pool over that of a connection per query. */
  readonly kept: RatioOfArms;
  /** Throughput of a pool made for each query over that of a connection per query. */
  readonly perPool: RatioOfArms;
}

/** How large the pool should be for one workload, and what stands in the way beyond. */
export interface Sizing {
  readonly workload: string;
  readonly recommendation: Recommendation;
  /** From this size on the client's own event loop is the limit; null when it never is. */
  readonly clientBoundFrom: number | null;
}

/** A busy event loop from here on: what more the server could do, this process could not ask for. */
const CLIENT_BOUND = 0.9;

/** What keeping connections saves, for each workload that was compared. */
export function savingsOf(summaries: readonly CellSummary[], random: Random): Saving[] {
  return workloadsOf(summaries).flatMap((workload) => {
    const compared = partOf(summaries, workload, 'comparison');
    const keeping = (keep: Arm['keep']): CellSummary | undefined =>
      compared.findLast(({ cell }) => cell.arm.keep === keep);
    // Of the pools that were compared, the last is as large as there are workers who ask.
    const [none, each, kept] = [keeping('connection-per-query'), keeping('pool-per-query'), keeping('pool')];
    if (none === undefined || each === undefined || kept === undefined) return [];
    return [
      {
        workload,
        size: kept.cell.arm.size,
        asking: kept.cell.concurrency,
        kept: ratioOfArms(kept.rates, none.rates, { random }),
        perPool: ratioOfArms(each.rates, none.rates, { random }),
      },
    ];
  });
}

/** The advised size for each workload that was swept. */
export function sizingsOf(summaries: readonly CellSummary[], random: Random): Sizing[] {
  return workloadsOf(summaries).flatMap((workload) => {
    const sweep = partOf(summaries, workload, 'sweep').sort((a, b) => a.cell.arm.size - b.cell.arm.size);
    const best = sweep.reduce<CellSummary | null>((a, b) => (a === null || b.rate > a.rate ? b : a), null);
    if (best === null) return [];
    const points = sweep.map((summary) => ({
      size: summary.cell.arm.size,
      throughput: summary.rate,
      // Round by round against the best size, so that a slow round slows both.
      low: best.rate * ratioOfArms(summary.rates, best.rates, { random }).interval.low,
      p99: summary.p99,
    }));
    const bound = sweep.find(({ eventLoop }) => eventLoop >= CLIENT_BOUND);
    return [{ workload, recommendation: recommend(points), clientBoundFrom: bound?.cell.arm.size ?? null }];
  });
}

// Nothing can be compared with a cell in which nothing was finished; a warning tells of it.
function partOf(summaries: readonly CellSummary[], workload: string, part: Cell['part']): CellSummary[] {
  return summaries.filter(
    ({ cell, rates }) =>
      cell.workload.name === workload && cell.part === part && rates.every((rate) => rate > 0),
  );
}

function workloadsOf(summaries: readonly CellSummary[]): string[] {
  return [...new Set(summaries.map(({ cell }) => cell.workload.name))];
}
