import { createAdapter } from '../src/adapter/create-adapter.ts';
import type { Arm } from '../src/adapter/pool-adapter.ts';
import type { Target } from '../src/adapter/target.ts';
import { createRandom } from '../src/domain/random.ts';
import { secondsOfProcess } from '../src/load/cpu.ts';
import { runLoad } from '../src/load/load.ts';
import { createWorkload, type WorkloadSpec } from '../src/load/workload.ts';
import type { Contender } from './contender.ts';

export interface OurTerms {
  readonly arm: Arm;
  readonly group: string;
  readonly workload: WorkloadSpec;
  readonly workers: number;
}

const MB = 2 ** 20;

/** One of our arms as a run measures it: every operation timed, part by part. */
export function ourArm(target: Target, { arm, group, workload, workers }: OurTerms): Contender {
  const adapter = createAdapter(arm, target);
  const opened = adapter.open();
  const random = createRandom(7);
  return {
    name: `ours: ${arm.id}, ${workers} asking`,
    group,
    async run(seconds) {
      await opened;
      const before = secondsOfProcess();
      const {
        completed,
        counts,
        seconds: real,
      } = await runLoad({
        adapter,
        workload: createWorkload(workload),
        load: { model: 'closed', workers },
        seconds,
        deadlineMs: 10_000,
        random,
      });
      return {
        operationsPerSecond: completed / real,
        operations: counts.ok,
        cpuSeconds: secondsOfProcess() - before,
        memoryMb: process.memoryUsage.rss() / MB,
      };
    },
    close: () => adapter.close(),
  };
}
