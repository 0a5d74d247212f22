import { availableParallelism } from 'node:os';
import { median } from '../domain/statistics/quantile.ts';
import { probe } from '../prober/probe.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { measuredSeries } from './compare-cells.ts';
import { s7 } from './s7.words.ts';
import { finding } from './verdicts.ts';

/** From this share of what the processors could do on, they are what keeps it from being faster. */
const BOUND_BY_CPU = 0.7;
const PROBES = 5;

/**
 * What one connection costs the processors of both sides, where an arm opens one for each operation, and whether that is what bounds
 * it. The query itself is in it; beside a connection it is nothing.
 */
export async function tellConnectCost(bench: Bench, cell: Cell): Promise<void> {
  const ends = measuredSeries(bench, 'S7', cell)?.ends ?? [];
  const opened = sum(ends, ({ connections }) => Number(connections?.opened ?? 0));
  const seconds = sum(ends, ({ duration_s }) => duration_s ?? 0);
  const client = sum(ends, ({ cpu }) => cpu?.client_s ?? Number.NaN) / opened;
  const server = sum(ends, ({ cpu }) => cpu?.server_s ?? Number.NaN) / opened;
  const total = client + server;
  // Whose CPU is not seen, such as that of a server elsewhere, cannot be added up.
  if (!Number.isFinite(total) || total === 0) return;
  const cores = availableParallelism();
  const most = cores / total;
  const share = opened / seconds / most;
  await bench.verdict(
    finding(
      s7.say('cost', {
        workload: cell.workload.name,
        ...{ total: ms(total), client: ms(client), server: ms(server), cores },
        ...{ most: most.toFixed(0), share: (share * 100).toFixed(0) },
        keys: await keysPhrase(bench),
        bound: s7.say(share >= BOUND_BY_CPU ? 'byCpu' : 'byOther'),
      }),
      { arm: cell.arm.id, workload: cell.workload.name, metric: 'cpu_s', value: total },
    ),
  );
}

/** What deriving the keys of SCRAM takes, which is nothing but computing. */
async function keysPhrase({ server, terms, signal }: Bench): Promise<Phrase> {
  const times: number[] = [];
  for (let turn = 0; turn < PROBES; turn += 1) {
    const { stages } = await probe(server.target, { deadlineMs: terms.deadlineMs, signal });
    if (typeof stages.derivation === 'number') times.push(stages.derivation);
  }
  return times.length === 0 ? s7.say('withoutKeys') : s7.say('withKeys', { keys: median(times).toFixed(2) });
}

const sum = (ends: readonly CellEnd[], of: (end: CellEnd) => number): number =>
  ends.reduce((total, end) => total + of(end), 0);

const ms = (seconds: number): string => (seconds * 1000).toFixed(1);
