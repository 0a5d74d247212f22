import { recommend, type Recommendation } from '../domain/knee/recommendation.ts';
import type { Random } from '../domain/random.ts';
import type { Interval } from '../domain/statistics/bootstrap.ts';
import { ratioOfArms, type RatioOfArms } from '../domain/statistics/ratio.ts';
import type { CellSummary } from './summary.ts';

/** What keeping connections saves for one workload. */
export interface Saving {
  readonly workload: string;
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

const KEEP = { query: 'connection per query', pool: 'pool per query', kept: 'pool of 10' };

/** What keeping connections saves, for each workload that was compared. */
export function savingsOf(summaries: readonly CellSummary[], random: Random): Saving[] {
  return workloadsOf(summaries).flatMap((workload) => {
    const rates = (arm: string): readonly number[] | undefined =>
      summaries.find(
        ({ cell }) => cell.workload.name === workload && cell.arm.id === arm && cell.concurrency === 10,
      )?.rates;
    const [none, pool, kept] = [rates(KEEP.query), rates(KEEP.pool), rates(KEEP.kept)];
    if (none === undefined || pool === undefined || kept === undefined) return [];
    if (![...none, ...pool, ...kept].every(isPositive)) return [];
    return [
      { workload, kept: ratioOfArms(kept, none, { random }), perPool: ratioOfArms(pool, none, { random }) },
    ];
  });
}

/** The advised size for each workload that was swept. */
export function sizingsOf(summaries: readonly CellSummary[], random: Random): Sizing[] {
  return workloadsOf(summaries).flatMap((workload) => {
    const sweep = summaries
      .filter(({ cell }) => cell.workload.name === workload && cell.concurrency === 32)
      .filter(({ rates }) => rates.every(isPositive))
      .sort((a, b) => a.cell.arm.size - b.cell.arm.size);
    const best = sweep.reduce<CellSummary | null>((a, b) => (a === null || b.rate > a.rate ? b : a), null);
    if (best === null) return [];
    const points = sweep.map((summary) => ({
      size: summary.cell.arm.size,
      throughput: summary.rate,
      // Round by round against the best size, so that a slow round slows both.
      low: best.rate * lowOf(ratioOfArms(summary.rates, best.rates, { random }).interval),
      p99: summary.p99,
    }));
    const bound = sweep.find(({ eventLoop }) => eventLoop >= CLIENT_BOUND);
    return [{ workload, recommendation: recommend(points), clientBoundFrom: bound?.cell.arm.size ?? null }];
  });
}

// Nothing can be compared with a cell in which nothing was finished; a warning tells of it.
function isPositive(rate: number): boolean {
  return rate > 0;
}

function lowOf({ low }: Interval): number {
  return low;
}

function workloadsOf(summaries: readonly CellSummary[]): string[] {
  return [...new Set(summaries.map(({ cell }) => cell.workload.name))];
}
