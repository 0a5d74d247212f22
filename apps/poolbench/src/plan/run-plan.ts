import { createAdapter } from '../adapter/create-adapter.ts';
import type { PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Target } from '../adapter/target.ts';
import type { Random } from '../domain/random.ts';
import { cellName, runCell, type Cell, type CellRun } from '../runner/cell.ts';
import type { Plan } from './quick.ts';

export interface PlanRun {
  readonly plan: Plan;
  readonly target: Target;
  readonly random: Random;
  /** The server's first process, to read its CPU time; null when it is not on this machine. */
  readonly serverPid: number | null;
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
  readonly onCell: (run: CellRun) => void;
  /** Told of every statement that was answered, warm-up included: what the server must have counted. */
  readonly onSent: (text: string, count: number) => void;
}

/**
 * Runs a plan: warms each cell up once, then measures round after round, all cells in each, in an order that is random but
 * the same for the same seed. Ends early when the signal says so; what was measured has been handed on.
 */
export async function runPlan(run: PlanRun): Promise<void> {
  const { plan, target, random, signal, onProgress } = run;
  const adapters = new Map<string, PoolAdapter>();
  try {
    for (const cell of plan.cells) {
      if (signal.aborted) return;
      if (!adapters.has(cell.arm.id)) {
        const adapter = createAdapter(cell.arm, target);
        adapters.set(cell.arm.id, adapter);
        await adapter.open();
      }
      onProgress(`warming up: ${cellName(cell)}`);
      await measure(run, adapters, cell, 0, plan.warmUpSeconds);
    }
    for (let round = 1; round <= plan.rounds; round += 1) {
      for (const [place, cell] of random.shuffle(plan.cells).entries()) {
        if (signal.aborted) return;
        onProgress(progressOf(plan, round, place, cell));
        run.onCell(await measure(run, adapters, cell, round, plan.cellSeconds));
      }
    }
  } finally {
    await Promise.allSettled([...adapters.values()].map((adapter) => adapter.close()));
  }
}

async function measure(
  { plan, random, serverPid, onSent }: PlanRun,
  adapters: ReadonlyMap<string, PoolAdapter>,
  cell: Cell,
  round: number,
  seconds: number,
): Promise<CellRun> {
  const adapter = adapters.get(cell.arm.id);
  if (adapter === undefined) throw new TypeError(`${cell.arm.id} was not opened.`);
  const { deadlineMs } = plan;
  const run = await runCell(cell, adapter, { round, seconds, deadlineMs, random, serverPid });
  onSent(cell.workload.text, run.loop.succeeded);
  return run;
}

function progressOf({ cells, rounds, cellSeconds }: Plan, round: number, place: number, cell: Cell): string {
  const left = (cells.length * (rounds - round + 1) - place) * cellSeconds;
  return `round ${round} of ${rounds}, about ${Math.ceil(left)} s left: ${cellName(cell)}`;
}
