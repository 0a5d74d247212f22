import type { WorkloadSpec } from '../load/workload.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { roomForArms } from '../server/server-facts.ts';
import { poolOf } from './arms.ts';
import { compareCells } from './compare-cells.ts';
import { s3 } from './s3.words.ts';
import { timesPhrase } from './shared-phrases.ts';
import { finding } from './verdicts.ts';

/** Pool of each of so many instances: the advised size, or what its share of the free connections allows. */
function shareOf({ facts, terms }: Bench, size: number, count: number): number {
  const budget = roomForArms(facts);
  return Math.max(1, Math.min(size, terms.askingInSweep, Math.floor(budget / count)));
}

/** What the advised size means for several instances of an application that share the server's connections. */
export async function adviseInstances(bench: Bench, workload: string, size: number): Promise<void> {
  const { instances } = bench.terms;
  if (Math.max(...instances) < 2) return;
  const { maxConnections, freeConnections } = bench.facts;
  const fits = Math.floor(freeConnections / size);
  const pools = instances.map((count) => s3.say('poolEach', { size: shareOf(bench, size, count), count }));
  await bench.verdict(
    finding(
      s3.say('instances', { workload, most: maxConnections, free: freeConnections, fits, size, pools }),
      { workload, value: fits },
    ),
  );
}

/** Lets so many instances, each a process with a pool of its own, share the same load; only in plans that measure crews at all. */
export async function measureInstances(bench: Bench, workload: WorkloadSpec, size: number): Promise<void> {
  const { instances, crews, askingInSweep } = bench.terms;
  if (crews.length === 0 || bench.signal.aborted) return;
  const cells = instances.map((count): { count: number; cell: Cell } => ({
    count,
    cell: {
      arm: poolOf(shareOf(bench, size, count)),
      workload,
      load: { model: 'closed', workers: askingInSweep },
      crew: { kind: 'processes', members: count },
    },
  }));
  await bench.interleave(cells.map(({ cell }) => cell));
  const [first, ...others] = cells;
  if (first === undefined) return;
  await compareCells(
    bench,
    'S3',
    others.map(({ count, cell }) => ({
      cell,
      against: first.cell,
      says: (found) =>
        s3.say('shared', {
          workload: workload.name,
          count,
          arm: cell.arm.id,
          times: timesPhrase(found),
          first: first.count,
          firstArm: first.cell.arm.id,
        }),
    })),
  );
}
