import { writeFile } from 'node:fs/promises';
import { environment } from '@madang/config';
import { explain, type CodedError } from '@madang/errors';
import { houseSettings, type VerbContext } from '@madang/system';
import { createRandom } from '../domain/random.ts';
import type { Plan } from '../plan/plan.ts';
import { createRunMetrics } from '../metrics/run-metrics.ts';
import { serveMetrics } from '../metrics/serve-metrics.ts';
import { toCsv } from '../record/csv.ts';
import { openLog } from '../record/log-writer.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import { htmlReport } from '../report/html/html-report.tsx';
import { reportOf, type Report } from '../report/report.ts';
import { terminalReport } from '../report/terminal.ts';
import { checkOwnStatements } from '../run/check-own-statements.ts';
import { run } from '../run/run.ts';
import { runsFolder } from '../runs/run-files.ts';
import { SCHEMA } from '../scratch/own-schema.ts';
import { startScratchServer } from '../scratch/scratch-server.ts';
import type { MeasuredServer } from '../server/measured-server.ts';
import { ownServer } from '../server/own-server.ts';
import { consent } from './consent.ts';
import { EXIT_INTERRUPTED, EXIT_INVALID, EXIT_MISSED } from './exit.ts';
import { portOf, seedOf } from './options.ts';
import { createProgressLine } from './progress-line.ts';

/** Measures a plan on a server of its own, or on that of --dsn, and reports. Gives the exit code. */
export async function measureAndReport(
  context: VerbContext,
  planOf: (schema: string) => Promise<Plan>,
): Promise<number> {
  const { flags } = context;
  const plan = await planOf(SCHEMA);
  const seed = seedOf(flags.get('seed'));
  const stopping = new AbortController();
  // What was begun on a server would be left half-way: it is removed first, and what was measured is told.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const metrics = await metricsOf(context);
  try {
    const server = await serverOf(context, plan);
    try {
      return await measureOn(server, {
        context,
        plan,
        seed,
        signal: stopping.signal,
        onRecord: metrics.record,
      });
    } finally {
      await server.stop();
    }
  } finally {
    await metrics.stop();
  }
}

interface Measuring {
  readonly context: VerbContext;
  readonly plan: Plan;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onRecord: (record: LogRecord) => void;
}

async function measureOn(server: MeasuredServer, { context, ...terms }: Measuring): Promise<number> {
  const { settings, say, log } = context;
  const { data, timezone } = settings.of(houseSettings);
  const { password } = server.target;
  const logOfRun = await openLog({
    folder: runsFolder(data),
    timezone,
    secrets: password === undefined ? [] : [password],
  });
  const line = createProgressLine(process.stderr);
  const { records, failure } = await run({
    ...terms,
    server,
    awake: context.flags.has('keep-awake'),
    configuration: configurationOf(context),
    log: logOfRun,
    programLog: log,
    onProgress: line.show,
    onLogBroken: (error) => say(`! ${error.message}`),
  }).finally(line.clear);
  say(`kept as ${logOfRun.path}`);
  return tell(context, records, failure);
}

/** Counts the records for --metrics-port, and does nothing without it. */
async function metricsOf({ flags, log, say }: VerbContext): Promise<{
  record(record: LogRecord): void;
  stop(): Promise<void>;
}> {
  const wanted = flags.get('metrics-port');
  if (wanted === undefined) return { record: () => undefined, stop: () => Promise.resolve() };
  const metrics = createRunMetrics();
  const served = await serveMetrics(metrics, portOf(wanted), log);
  say(`metrics at ${served.url}`);
  return { record: metrics.record, stop: served.stop };
}

interface StoppableServer extends MeasuredServer {
  stop(): Promise<void>;
}

async function serverOf({ flags, say, log }: VerbContext, plan: Plan): Promise<StoppableServer> {
  const dsn = flags.get('dsn');
  if (dsn === undefined) {
    say('starting a PostgreSQL to measure (TCP, SCRAM, pg_stat_statements)');
    return startScratchServer(log);
  }
  const server = ownServer(dsn, environment());
  // Everybody on the machine can read a command line, and this one may hold a password.
  process.title = 'madang poolbench';
  await consent({ server, plan, given: flags.has('yes'), say });
  const { ownWorkloads = [], terms } = plan;
  if (!flags.has('allow-writes') && ownWorkloads.length > 0)
    await checkOwnStatements({
      workloads: ownWorkloads,
      server,
      deadlineMs: terms.deadlineMs,
      random: createRandom(1),
    });
  return { ...server, stop: () => Promise.resolve() };
}

function configurationOf({ flags }: VerbContext) {
  return [...flags]
    .filter(([name]) => name !== 'dsn')
    .map(([name, value]) => ({ key: name, value, source: 'flag', from: `--${name}`, unit: null }));
}

async function tell(
  { flags, settings, print, say }: VerbContext,
  records: readonly LogRecord[],
  failure: CodedError | null,
): Promise<number> {
  const report = reportOf(records);
  print(flags.has('json') ? JSON.stringify(report) : terminalReport(report));
  const csv = flags.get('csv');
  if (csv !== undefined) await writeFile(csv, toCsv(records));
  const html = flags.get('html');
  if (html !== undefined)
    await writeFile(html, htmlReport(records, { lang: settings.of(houseSettings).language }));
  if (failure !== null) say(explain(failure));
  return exitCodeFor(report);
}

/** 0 when it ran, reached what its plan asks for, and may be relied on. */
export function exitCodeFor({ ending, sections }: Report): number {
  if (ending === 'interrupted') return EXIT_INTERRUPTED;
  const failed = (subject: 'check' | 'threshold'): boolean =>
    sections.some(({ verdicts }) =>
      verdicts.some((one) => one.subject === subject && one.answer === 'failed'),
    );
  if (ending !== 'finished' || failed('check')) return EXIT_INVALID;
  return failed('threshold') ? EXIT_MISSED : 0;
}
