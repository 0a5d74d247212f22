import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@madang/telemetry';
import type { Plan, PlanTerms } from '../src/plan/plan.ts';
import { quickPlan } from '../src/plan/quick.ts';
import { openLog } from '../src/record/log-writer.ts';
import { run, type RunResult, type RunTerms } from '../src/run/run.ts';
import { SCHEMA } from '../src/scratch/own-schema.ts';
import type { MeasuredServer } from '../src/server/measured-server.ts';

/** The quick plan, but with few short rounds: what is counted must be right at any length. */
export function shortPlan(terms: Partial<PlanTerms> = {}, plan: Partial<Plan> = {}): Plan {
  const quick = quickPlan(SCHEMA);
  return {
    ...quick,
    ...plan,
    terms: {
      ...quick.terms,
      rounds: 2,
      cellSeconds: 0.3,
      mostWarmUpSeconds: 0.3,
      probes: 3,
      sizes: [1, 2, 5],
      ...terms,
    },
  };
}

export interface RunOnScratch extends RunResult {
  /** The log that it wrote; gone after {@link cleanUp}. */
  readonly path: string;
}

const folders: string[] = [];

/** Runs a plan as the command does, with its log in a folder for temporary files. */
export async function runOn(
  server: MeasuredServer,
  plan: Plan,
  more: Partial<RunTerms> = {},
): Promise<RunOnScratch> {
  const folder = mkdtempSync(join(tmpdir(), 'madang-poolbench-runs-'));
  folders.push(folder);
  const log = await openLog({
    folder,
    timezone: 'Asia/Seoul',
    secrets: server.target.password === undefined ? [] : [server.target.password],
  });
  const result = await run({
    server,
    plan,
    seed: 7,
    awake: false,
    configuration: [],
    log,
    programLog: createLogger({ level: 'silent' }),
    onProgress: () => undefined,
    signal: new AbortController().signal,
    ...more,
  });
  return { ...result, path: log.path };
}

export function cleanUp(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
