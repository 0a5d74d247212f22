import { dirname, resolve } from 'node:path';
import { documentFaults, readYaml } from '@madang/config';
import { insertRow, mixWithLong, readWrite, selectByKey } from '../load/workloads.ts';
import { createWorkload, type WorkloadSpec } from '../load/workload.ts';
import { readRows } from '../load/rows.ts';
import type { Crew } from '../run/cell.ts';
import { ALL_ENTRANCES, FEW_ENTRANCES } from '../scratch/entrance.ts';
import { badPlan } from './errors.ts';
import type { Plan, PlanTerms, Threshold } from './plan.ts';
import { PlanFile, type WorkloadEntry } from './plan-file.schema.ts';
import { quickPlan } from './quick.ts';

/** Reads a plan of one's own (YAML). Throws POOLBENCH_BAD_PLAN, POOLBENCH_BAD_WORKLOAD, POOLBENCH_BAD_ROWS, CONFIG_FILE_UNREADABLE. */
export async function readPlan(file: string, schema: string): Promise<Plan> {
  const { success, data, error } = PlanFile.safeParse(readYaml(file));
  if (!success) throw badPlan({ file, faults: documentFaults(error.issues, namesAt) });
  const usual = quickPlan(schema);
  const folder = dirname(resolve(file));
  const terms = await termsOf(data, usual.terms, schema, folder);
  const own = (data.workloads ?? []).map((entry) => typeof entry === 'object' && 'statements' in entry);
  return {
    name: data.name,
    scenarios: data.scenarios ?? usual.scenarios,
    terms,
    ownWorkloads: terms.workloads.filter((_, place) => own[place]),
    thresholds: (data.thresholds ?? []).map(thresholdOf),
  };
}

async function termsOf(plan: PlanFile, usual: PlanTerms, schema: string, folder: string): Promise<PlanTerms> {
  const { cell, roundTrips, soak, rung } = plan;
  return {
    rounds: plan.rounds ?? usual.rounds,
    cellSeconds: cell === undefined ? usual.cellSeconds : cell / 1000,
    mostWarmUpSeconds: plan.warmUp === undefined ? usual.mostWarmUpSeconds : plan.warmUp / 1000,
    probes: plan.probes ?? usual.probes,
    entrances: plan.entrances === 'all' ? ALL_ENTRANCES : FEW_ENTRANCES,
    deadlineMs: plan.deadline ?? usual.deadlineMs,
    asking: plan.asking ?? usual.asking,
    askingInSweep: plan.askingInSweep ?? usual.askingInSweep,
    sizes: plan.sizes?.toSorted((a, b) => a - b) ?? usual.sizes,
    roundTripsMs: roundTrips ?? usual.roundTripsMs,
    crews: [...crewsOf('threads', plan.threads), ...crewsOf('processes', plan.processes)],
    instances: plan.instances ?? usual.instances,
    ladder: {
      rungs: plan.rungs ?? usual.ladder.rungs,
      secondsPerRung: rung === undefined ? usual.ladder.secondsPerRung : rung / 1000,
    },
    objectiveMs: plan.objective ?? usual.objectiveMs,
    stallMs: plan.stall ?? usual.stallMs,
    soakSeconds: soak === undefined ? usual.soakSeconds : soak / 1000,
    ...(plan.adapter !== undefined && { adapterFile: resolve(folder, plan.adapter) }),
    idle: plan.idle?.toSorted((a, b) => a - b) ?? usual.idle,
    workloads:
      plan.workloads === undefined
        ? usual.workloads
        : await Promise.all(plan.workloads.map((entry) => workloadOf(entry, schema, folder))),
  };
}

function crewsOf(kind: Crew['kind'], members: readonly number[] = []): Crew[] {
  return members.map((count) => ({ kind, members: count }));
}

async function workloadOf(entry: WorkloadEntry, schema: string, folder: string): Promise<WorkloadSpec> {
  if (entry === 'select') return selectByKey(schema);
  if (entry === 'insert') return insertRow(schema);
  if (entry === 'read-write') return readWrite(schema);
  if ('mix' in entry)
    return mixWithLong(schema, { share: entry.mix.share, sleepSeconds: entry.mix.sleep / 1000 });
  const { name, statements, draw, rows } = entry;
  const spec: WorkloadSpec = {
    name,
    operations: [
      {
        statements: statements.map(({ text, values = [] }) => ({ text, values })),
        ...(draw && { draw }),
      },
    ],
    ...(rows !== undefined && { rows: await readRows(resolve(folder, rows)) }),
  };
  // What is wrong with it is said before anything is started.
  createWorkload(spec);
  return spec;
}

function thresholdOf({
  arm,
  workload,
  atLeastPerSecond,
  p99AtMost,
}: NonNullable<PlanFile['thresholds']>[number]): Threshold {
  return { arm, workload, atLeastPerSecond: atLeastPerSecond ?? null, p99AtMostMs: p99AtMost ?? null };
}

const namesAt = (path: readonly PropertyKey[]): readonly string[] =>
  path.length === 0 ? Object.keys(PlanFile.shape) : [];
