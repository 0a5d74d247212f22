import { createWorkload } from '../load/workload.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import { untilBackEnds } from '../server/back-ends.ts';
import { roomForArms } from '../server/server-facts.ts';
import type { Bench, InterleaveTerms, MeasureTerms, WarmedUp } from './bench.ts';
import { cellName, type Cell } from './cell.ts';
import type { Recorder } from './recorder.ts';
import { routeName } from './route.ts';
import { createOpenArms } from './open-arms.ts';
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
  /** What keeps the processors from sleeping; null when nothing does. */
  readonly awakePid: number | null;
}

/** A bench for one scenario, with adapters of its own. */
export function createBench(scenario: string, parts: BenchParts): Bench & { close(): Promise<void> } {
  const { recorder, tally, ways, floors, database, server, terms, random, signal, say, awakePid } = parts;
  const arms = createOpenArms({
    targetOf: async (route) => (await ways.of(route)).target,
    room: roomForArms(parts.facts),
    deadlineMs: terms.deadlineMs,
  });
  const first = recorder.records().length;
  // The cell whose load is on, and since when.
  let loaded: { readonly cell: Cell; readonly round: number; readonly since: number } | null = null;

  const runOf = (cell: Cell) => ({
    tally,
    deadlineMs: terms.deadlineMs,
    mostWarmUpSeconds: terms.mostWarmUpSeconds,
    random,
    signal,
    adapter: () => arms.of(cell.arm, cell.route),
  });
  const measure = async (cell: Cell, how: MeasureTerms): Promise<CellEnd> => {
    const way = await ways.of(cell.route);
    const { statements } = createWorkload(cell.workload);
    await tally.begin(statements);
    await arms.makeRoom(passingConnections(cell));
    const watch = { database, serverPid: server.pid, poolerPid: way.poolerPid, awakePid };
    const onLoad = (): void => {
      loaded = { cell, round: how.round, since: performance.now() };
      how.onLoad?.();
    };
    const end = await runCell(cell, how, { ...runOf(cell), scenario, recorder, watch, way, onLoad }).finally(
      () => (loaded = null),
    );
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
        const how = { round, rounds, seconds, position, ...(warmedUp && { warmedUp }) };
        await disturbed(
          (onLoad) => measure(cell, { ...how, onLoad }),
          () => during?.(cell),
        );
      }
    }
  };
  return {
    ...parts,
    way: (route) => ways.of(route),
    adapter: arms.of,
    measure,
    interleave,
    floorOf: (workload) => floors.get(workload) ?? 0,
    setFloor: (workload, floor) => void floors.set(workload, floor),
    opened: arms.opened,
    async verdict(draft) {
      await recorder.write({ ...draft, type: 'verdict', scenario });
    },
    async event(what, sentence) {
      const now = performance.now();
      await recorder.write({
        ...{ type: 'event', arm: loaded?.cell.arm.id ?? null, scenario },
        cell: loaded === null ? null : cellName(loaded.cell),
        round: loaded?.round ?? null,
        elapsed_s: loaded === null ? null : (now - loaded.since) / 1000,
        ...{ what, sentence },
      });
    },
    write: (draft) => recorder.write(draft),
    records: () => recorder.records().slice(first),
    close: arms.close,
  };
}

/** Measures, and disturbs from when the load is on. Also when one of them fails the other is waited for, lest it reach into the next cell. */
async function disturbed(
  measure: (onLoad: () => void) => Promise<unknown>,
  disturb: () => Promise<void> | undefined,
): Promise<void> {
  let disturbing: Promise<void> | undefined;
  const measuring = measure(() => {
    disturbing = disturb();
    // Its failure is told when the cell is over.
    disturbing?.catch(() => undefined);
  });
  const [measured] = await Promise.allSettled([measuring]);
  const [done] = await Promise.allSettled([disturbing]);
  for (const one of [measured, done]) if (one.status === 'rejected') throw one.reason;
}

/** Connections that a cell opens beside those which adapters of ours keep. */
function passingConnections({ arm, crew, load }: Cell): number {
  if (crew !== undefined) return crew.members * arm.size;
  if (arm.keep === 'pool' || arm.keep === 'pipelined') return 0;
  return load.model === 'closed' ? load.workers : load.maxInFlight;
}
