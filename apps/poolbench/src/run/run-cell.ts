import type { PoolAdapter } from '../adapter/pool-adapter.ts';
import { runCrew } from '../load/crew/run-crew.ts';
import { warmUp } from '../load/warm-up.ts';
import { createWorkload } from '../load/workload.ts';
import type { CellEnd } from '../record/schema/cell.schema.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';
import type { MeasureTerms, WarmedUp } from './bench.ts';
import { cellEndDraft } from './cell-end.ts';
import { cellStartDraft } from './cell-start.ts';
import { cellName, type Cell } from './cell.ts';
import { intervalDraft } from './interval.ts';
import { measureCell, whileWatching, type CellTerms, type Seen, type Watch } from './measure-cell.ts';
import { followPool } from './pool-levels.ts';
import type { Recorder } from './recorder.ts';
import type { StatementTally } from './statement-tally.ts';
import type { Way } from './way.ts';

/** What a cell is measured with. */
export interface CellRun extends Omit<CellTerms, 'seconds' | 'onInterval'> {
  readonly scenario: string;
  readonly recorder: Recorder;
  readonly tally: StatementTally;
  readonly mostWarmUpSeconds: number;
  readonly watch: Watch;
  readonly way: Way;
  /** The cell's adapter, open; not called for a crew, whose members have their own. */
  readonly adapter: () => Promise<PoolAdapter>;
}

/** Measures a cell in one round and writes its records. */
export async function runCell(cell: Cell, terms: MeasureTerms, run: CellRun): Promise<CellEnd> {
  const { recorder, tally, signal, scenario } = run;
  await recorder.write(cellStartDraft(cell, scenario, terms));
  const intervals: Promise<unknown>[] = [];
  const seen = await measured(cell, terms, run, (draft) => intervals.push(recorder.write(draft)));
  tally.add(seen.result.sent);
  await Promise.all(intervals);
  const draft = cellEndDraft({
    ...seen,
    cell,
    round: terms.round,
    warmUp: terms.warmedUp ?? NOT_WARMED_UP,
    interrupted: signal.aborted,
  });
  return (await recorder.write(draft)) as CellEnd;
}

async function measured(
  cell: Cell,
  { round, seconds, deadlineMs, enough, intervalSeconds = 1, onInterval: tell }: MeasureTerms,
  run: CellRun,
  write: (draft: RecordDraft) => void,
): Promise<Seen> {
  const signal = enough === undefined ? run.signal : AbortSignal.any([run.signal, enough]);
  const terms = { seconds, signal, random: run.random, deadlineMs: deadlineMs ?? run.deadlineMs };
  if (cell.crew !== undefined) return measuredByCrew(cell, terms, run);
  const adapter = await run.adapter();
  const pool = followPool(cell.arm, adapter, (elapsed) => elapsed >= seconds || signal.aborted);
  const of = { arm: cell.arm, cell: cellName(cell), round };
  const onInterval: CellTerms['onInterval'] = (interval, meanwhile) => {
    write(intervalDraft({ ...of, interval, adapter: adapter.stats(), pool: pool.at(interval), meanwhile }));
    tell?.(interval);
  };
  try {
    return await measureCell(cell, adapter, run.watch, {
      ...{ ...terms, intervalSeconds, onInterval },
      ...(run.onLoad && { onLoad: run.onLoad }),
    });
  } finally {
    pool.stop();
  }
}

async function measuredByCrew(
  cell: Cell,
  terms: CellTerms,
  { watch, way, tally, mostWarmUpSeconds }: CellRun,
): Promise<Seen> {
  const { arm, workload, load, crew } = cell;
  if (crew === undefined) throw new TypeError(`${cellName(cell)} has no crew.`);
  const { done, seen } = await whileWatching(watch, arm.id, () =>
    runCrew({
      ...crew,
      ...terms,
      arm,
      target: way.target,
      workload,
      load,
      seed: terms.random.integer(2 ** 31),
      warmUp: { mostSeconds: mostWarmUpSeconds },
    }),
  );
  if (done.warmedUp !== null) tally.add(done.warmedUp.sent);
  const busiest = Math.max(...done.members.map(({ eventLoop }) => eventLoop));
  const client = done.members.reduce((sum, { cpuSeconds }) => sum + (cpuSeconds ?? 0), 0);
  // Starting the members takes longer than the load, so whose the rest of the machine's time was cannot be told.
  return { ...seen, result: done, cpu: { ...seen.cpu, client, foreign: null, eventLoop: busiest } };
}

const NOT_WARMED_UP: WarmedUp = { seconds: 0, operations: 0 };

/** Puts the cell's load on its arm until the throughput is steady. The members of a crew are new each time, and start cold. */
export async function warmUpCell(
  cell: Cell,
  run: Omit<CellRun, 'watch' | 'way' | 'scenario' | 'recorder'>,
): Promise<WarmedUp> {
  if (cell.crew !== undefined) return NOT_WARMED_UP;
  const { tally, deadlineMs, random, signal } = run;
  const adapter = await run.adapter();
  const warmed = await warmUp(
    { adapter, workload: createWorkload(cell.workload), load: cell.load, deadlineMs, random, signal },
    { mostSeconds: run.mostWarmUpSeconds },
  );
  tally.add(warmed.sent);
  return warmed;
}
