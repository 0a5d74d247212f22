import { performance } from 'node:perf_hooks';
import { loadAdapter } from '../../adapter/load-adapter.ts';
import type { Arm } from '../../adapter/pool-adapter.ts';
import type { Target } from '../../adapter/target.ts';
import { createRandom } from '../../domain/random.ts';
import { monotonic } from '../clock.ts';
import { eventLoopSince, secondsOfThread } from '../cpu.ts';
import { runLoad, type Load, type LoadResult } from '../load.ts';
import { warmUp, type WarmedUp, type WarmUpTerms } from '../warm-up.ts';
import { createWorkload, type WorkloadSpec } from '../workload.ts';

/** All that one member of a crew must know, in a form that can be sent to it. */
export interface MemberTerms {
  readonly index: number;
  readonly members: number;
  /** Its own: the members share no connection. */
  readonly arm: Arm;
  readonly target: Target;
  readonly workload: WorkloadSpec;
  /** Of a closed load its own workers; of an open one the whole, of which it takes its slice. */
  readonly load: Load;
  readonly seconds: number;
  readonly deadlineMs: number;
  /** Of its values, and of the schedule that all share. */
  readonly seeds: { readonly values: number; readonly arrivals: number };
  readonly warmUp?: WarmUpTerms;
}

/** What one member did. */
export interface MemberResult {
  readonly result: LoadResult;
  /** Of its process, or of its thread alone; null where the machine does not tell. */
  readonly cpuSeconds: number | null;
  /** Share of the time in which its event loop was busy, 0 to 1. In an open loop the waiting for the next start is busy, too. */
  readonly eventLoop: number;
}

/** A member that is ready to begin. */
export interface Member {
  readonly warmedUp: WarmedUp | null;
  /** @param at instant of the machine's clock (milliseconds since the epoch) at which all begin together */
  run(at: number): Promise<MemberResult>;
  /** Closes its connections, and ends it. */
  end(): Promise<void>;
}

/** Prepares a member in this very event loop. @param signal ends its load early, that of the warm-up too */
export async function prepareMember(
  terms: MemberTerms,
  signal: AbortSignal,
  cpuSeconds: () => number | null = secondsOfThread,
): Promise<Member> {
  const { index, members, arm, target, seeds, load, seconds, deadlineMs } = terms;
  const workload = createWorkload(terms.workload, { index, of: members });
  const adapter = await loadAdapter(arm, target);
  const random = createRandom(seeds.values);
  const slice = { index, of: members, seed: seeds.arrivals };
  const loadTerms = { adapter, workload, load, deadlineMs, random, slice, signal };
  await adapter.open();
  const warmedUp = terms.warmUp === undefined ? null : await warmUp(loadTerms, terms.warmUp);
  return {
    warmedUp,
    async run(at) {
      await new Promise<void>((resolve) => monotonic.at(at - performance.timeOrigin, resolve));
      const before = { eventLoop: performance.eventLoopUtilization(), cpu: cpuSeconds() };
      const result = await runLoad({ ...loadTerms, seconds });
      const eventLoop = eventLoopSince(before);
      const after = cpuSeconds();
      const used = after === null || before.cpu === null ? null : after - before.cpu;
      return { result, cpuSeconds: used, eventLoop };
    },
    end: () => adapter.close(),
  };
}
