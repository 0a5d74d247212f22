import type { Arm, PoolAdapter } from '../adapter/pool-adapter.ts';
import { loadAdapter } from '../adapter/load-adapter.ts';
import { createWorkload } from '../load/workload.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import { untilBackEnds } from '../server/back-ends.ts';
import type { Bench, InterleaveTerms, MeasureTerms, WarmedUp } from './bench.ts';
import { cellName, type Cell } from './cell.ts';
import type { Recorder } from './recorder.ts';
import { routeName, type Route } from './route.ts';
import { runCell, warmUpCell } from './run-cell.ts';
import type { StatementTally } from './statement-tally.ts';
import type { Ways } from './way.ts';

/** What all scenarios of a run share. */
export interface BenchParts extends Pick<
  Bench,
  'terms' | 'server' | 'facts' | 'database' | 'schema' | 'random' | 'signal' | 'notice' | 'say'
> {
  readonly recorder: Recorder;
  readonly tally: StatementTally;
  readonly ways: Ways;
  /** By workload: what A/A found. */
  readonly floors: Map<string, number>;
}

/** A bench for one scenario, with adapters of its own. */
export function createBench(scenario: string, parts: BenchParts): Bench & { close(): Promise<void> } {
  const { recorder, tally, ways, floors, database, server, terms, random, signal, say } = parts;
  const adapters = new Map<string, Promise<PoolAdapter>>();
  const first = recorder.records().length;

  const adapter = (arm: Arm, route?: Route): Promise<PoolAdapter> => {
    const key = `${arm.id}\n${routeName(route)}`;
    const known = adapters.get(key) ?? opened(arm, route, ways);
    adapters.set(key, known);
    return known;
  };
  const runOf = (cell: Cell) => ({
    tally,
    deadlineMs: terms.deadlineMs,
    mostWarmUpSeconds: terms.mostWarmUpSeconds,
    random,
    signal,
    adapter: () => adapter(cell.arm, cell.route),
  });
  const measure = async (cell: Cell, how: MeasureTerms): Promise<CellEnd> => {
    const way = await ways.of(cell.route);
    const { statements } = createWorkload(cell.workload);
    await tally.begin(statements);
    const watch = { database, serverPid: server.pid, poolerPid: way.poolerPid };
    const end = await runCell(cell, how, { ...runOf(cell), scenario, recorder, watch, way });
    if (how.losesAnswers === true) {
      // A back-end whose client has left counts its statement when it is done with it.
      await untilBackEnds(database, cell.arm.id, (all) => all.every(({ active }) => !active));
      await tally.forgive(statements);
    }
    return end;
  };
  const warmAll = async (cells: readonly Cell[]): Promise<ReadonlyMap<Cell, WarmedUp>> => {
    const byArm = new Map<string, WarmedUp>();
    const byCell = new Map<Cell, WarmedUp>();
    for (const cell of cells) {
      if (signal.aborted) break;
      const key = [cell.arm.id, cell.workload.name, routeName(cell.route)].join('\n');
      if (!byArm.has(key)) say(`${scenario} warming up: ${cellName(cell)}`);
      await tally.begin(createWorkload(cell.workload).statements);
      const warmedUp = byArm.get(key) ?? (await warmUpCell(cell, runOf(cell)));
      byArm.set(key, warmedUp);
      byCell.set(cell, warmedUp);
    }
    return byCell;
  };
  const interleave = async (cells: readonly Cell[], options: Partial<InterleaveTerms> = {}) => {
    const { rounds = terms.rounds, seconds = terms.cellSeconds, before, during } = options;
    const warmed = await warmAll(cells);
    for (let round = 1; round <= rounds; round += 1) {
      for (const [position, cell] of random.shuffle(cells).entries()) {
        if (signal.aborted) return;
        say(`${scenario} round ${round} of ${rounds}: ${cellName(cell)}`);
        await before?.(cell);
        const warmedUp = warmed.get(cell);
        const measuring = measure(cell, { round, seconds, position, ...(warmedUp && { warmedUp }) });
        await both(measuring, during?.(cell) ?? Promise.resolve());
      }
    }
  };
  return {
    ...parts,
    way: (route) => ways.of(route),
    adapter,
    measure,
    interleave,
    floorOf: (workload) => floors.get(workload) ?? 0,
    setFloor: (workload, floor) => void floors.set(workload, floor),
    async opened() {
      const open = await Promise.all(adapters.values());
      return open.reduce((sum, one) => sum + one.stats().opened, 0);
    },
    async verdict(draft) {
      await recorder.write({ ...draft, type: 'verdict', scenario });
    },
    write: (draft) => recorder.write(draft),
    records: () => recorder.records().slice(first),
    async close() {
      // One that could not be opened has nothing to close, and was told of when it was asked for.
      await Promise.allSettled([...adapters.values()].map(async (opening) => (await opening).close()));
    },
  };
}

async function opened(arm: Arm, route: Route | undefined, ways: Ways): Promise<PoolAdapter> {
  const { target } = await ways.of(route);
  const adapter = await loadAdapter(arm, target);
  await adapter.open();
  return adapter;
}

// Also when one of them fails the other is waited for, lest it reach into the next cell.
async function both(measuring: Promise<unknown>, disturbing: Promise<void>): Promise<void> {
  for (const one of await Promise.allSettled([measuring, disturbing]))
    if (one.status === 'rejected') throw one.reason;
}
