import { openDatabase } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import { availableParallelism } from 'node:os';
import type { Target } from './adapter/target.ts';
import { createRandom } from './domain/random.ts';
import { runPlan } from './plan/run-plan.ts';
import type { Plan } from './plan/quick.ts';
import { probe, type ConnectStages } from './prober/probe.ts';
import { anatomyOf } from './report/anatomy.ts';
import { quickReport, type Agreement, type QuickReport } from './report/quick-report.ts';
import type { CellRun } from './runner/cell.ts';
import { callsOf } from './runner/server-stats.ts';
import { createOwnSchema, dropOwnSchema } from './scratch/own-schema.ts';
import type { ScratchServer } from './scratch/scratch-server.ts';

/** What a run needs beside its plan. */
export interface Measurement {
  readonly server: Pick<ScratchServer, 'url' | 'pid' | 'version'>;
  readonly plan: Plan;
  /** Fixes the order of the cells and the data. */
  readonly seed: number;
  readonly say: (line: string) => void;
  readonly log: Logger;
  /** Ends it early; what was measured by then is reported. */
  readonly signal: AbortSignal;
}

/** Measures a plan on a server that is ours, and removes what it made there. */
export async function measure({ server, plan, seed, say, log, signal }: Measurement): Promise<QuickReport> {
  const random = createRandom(seed);
  const target = targetOf(server.url);
  const database = openDatabase({ url: server.url, maxConnections: 2, applicationName: 'poolbench', log });
  const runs: CellRun[] = [];
  try {
    await createOwnSchema(database);
    const anatomy = anatomyOf(await probeAll(target, plan));
    const sent = new Map<string, number>();
    await runPlan({
      plan,
      target,
      random,
      serverPid: server.pid,
      signal,
      onProgress: say,
      onCell: (run) => runs.push(run),
      onSent: (text, count) => sent.set(text, (sent.get(text) ?? 0) + count),
    });
    return quickReport({
      surroundings: { server: server.version, node: process.version, cores: availableParallelism(), seed },
      anatomy,
      cells: plan.cells,
      runs: wholeRounds(runs, plan),
      agreements: await agreementsOf(database, sent, plan),
      endedEarly: signal.aborted,
      random,
    });
  } finally {
    await dropOwnSchema(database);
    await database.close();
  }
}

/** Arms are compared round by round, so a round that was broken off says nothing. */
function wholeRounds(runs: readonly CellRun[], { cells }: Plan): CellRun[] {
  return runs.filter(({ round }) => runs.filter((run) => run.round === round).length === cells.length);
}

async function probeAll(target: Target, { probes, deadlineMs }: Plan): Promise<ConnectStages[]> {
  const found: ConnectStages[] = [];
  for (let n = 0; n < probes; n += 1) found.push(await probe(target, { deadlineMs }));
  return found;
}

async function agreementsOf(
  database: ReturnType<typeof openDatabase>,
  sent: ReadonlyMap<string, number>,
  { cells }: Plan,
): Promise<Agreement[]> {
  const calls = await callsOf(database, [...sent.keys()]);
  return [...sent].map(([text, count]) => ({
    workload: cells.find(({ workload }) => workload.text === text)?.workload.name ?? text,
    sent: count,
    served: calls.get(text) ?? 0,
  }));
}

function targetOf(address: string): Target {
  const { hostname, port, username, password, pathname } = new URL(address);
  return {
    host: hostname,
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  };
}
