import type { Logger } from '@madang/telemetry';
import { openDatabase, type Database, type Lock } from '@madang/pg';
import { CodedError } from '@madang/errors';
import { createRandom } from '../domain/random.ts';
import type { Plan } from '../plan/plan.ts';
import { probe } from '../prober/probe.ts';
import { placeOf } from '../prober/target.ts';
import type { LogWriter } from '../record/log-writer.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import { scenarioOf } from '../scenario/scenarios.ts';
import { createOwnSchema, dropOwnSchema, SCHEMA } from '../scratch/own-schema.ts';
import { measuredByOthers, tooFewConnections } from '../server/errors.ts';
import type { MeasuredServer } from '../server/measured-server.ts';
import { readStatements } from '../server/counters.ts';
import { readServerFacts } from '../server/server-facts.ts';
import { checkStatements } from './check-statements.ts';
import { thresholdVerdicts } from './check-thresholds.ts';
import { createBench, type BenchParts } from './create-bench.ts';
import { keepAwake } from './keep-awake.ts';
import { createProgress, type Progress } from './progress.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { runEndDraft, runStartDraft, type Configured } from './run-records.ts';
import { ofRun } from './run.words.ts';
import { createStatementTally } from './statement-tally.ts';
import { createWays } from './way.ts';

/** What a run needs beside its plan. */
export interface RunTerms {
  readonly server: MeasuredServer;
  readonly plan: Plan;
  /** Fixes the order of the cells and the data. */
  readonly seed: number;
  /** Whether the processors are kept from sleeping meanwhile. */
  readonly awake: boolean;
  /** What was configured, and where that came from. */
  readonly configuration: readonly Configured[];
  /** Where the records go. Closed at the end. */
  readonly log: LogWriter;
  readonly programLog: Logger;
  readonly onProgress: (progress: Progress) => void;
  /** Told of each record, such as to count it. */
  readonly onRecord?: (record: LogRecord) => void;
  /** Told once, when the log cannot be written any more. */
  readonly onLogBroken?: (error: Error) => void;
  /** Ends the run early; what was measured by then is reported. */
  readonly signal: AbortSignal;
}

/** How a run ended, and all that it recorded. */
export interface RunResult {
  readonly records: readonly LogRecord[];
  /** What ended it early; null when nothing did. */
  readonly failure: CodedError | null;
}

/** Runs a plan on a server, scenario after scenario, and removes what it made there. What fails half-way keeps its records. */
export async function run(terms: RunTerms): Promise<RunResult> {
  const { server, log, onRecord, onLogBroken, programLog } = terms;
  const recorder = createRecorder({
    log,
    ...(onRecord && { onRecord }),
    ...(onLogBroken && { onBroken: onLogBroken }),
  });
  // One connection watches while another one samples; a third would be a session that nobody expects.
  const database = openDatabase({
    url: server.url,
    maxConnections: 2,
    applicationName: 'poolbench watch',
    log: programLog,
  });
  const startedAt = performance.now();
  const notices: Phrase[] = [];
  let failure: CodedError | null = null;
  let lock: Lock | null = null;
  try {
    lock = await lockServer(database, server);
    await createOwnSchema(database, { scratch: server.scratch });
    await measureAll(terms, recorder, database, notices);
  } catch (error) {
    if (recorder.records().length > 0 && error instanceof CodedError) failure = error;
    else {
      await recorder.discard();
      throw error;
    }
  } finally {
    // Without the lock the schema is another run's.
    if (lock !== null) await cleanUp(database, failure);
    await lock?.release();
    await database.close();
  }
  const broken = recorder.broken();
  if (broken !== null) notices.push(ofRun.say('logBroken', { message: broken.message }));
  const { signal } = terms;
  await recorder.write(
    runEndDraft({ failure, interrupted: signal.aborted, startedAt, records: recorder.records(), notices }),
  );
  await recorder.close();
  return { records: recorder.records(), failure };
}

// A server that died cannot be cleaned up; the next run does that first.
async function cleanUp(database: Database, failure: CodedError | null): Promise<void> {
  try {
    await dropOwnSchema(database);
  } catch (error) {
    if (failure === null) throw error;
  }
}

/** Two runs at once would measure each other, and the second would remove the first one's tables. */
async function lockServer(database: Database, server: MeasuredServer): Promise<Lock> {
  const taken = new AbortController();
  const refuse = (): void => taken.abort(measuredByOthers({ address: placeOf(server.target) }));
  return database.lock('poolbench', { signal: taken.signal, onWait: refuse });
}

async function measureAll(
  { server, plan, seed, awake, configuration, programLog, onProgress, signal }: RunTerms,
  recorder: Recorder,
  database: Database,
  notices: Phrase[],
): Promise<void> {
  const facts = await readServerFacts(database);
  const { freeConnections: free, maxConnections: most } = facts;
  if (free < LEAST_CONNECTIONS) throw tooFewConnections({ free, most });
  const login = await probe(server.target, { deadlineMs: plan.terms.deadlineMs, signal });
  await recorder.write(runStartDraft({ plan, seed, configuration, server, facts, login }));
  const progress = createProgress(plan, { onProgress, write: recorder.write });
  const ways = createWays(server, programLog);
  const tally = createStatementTally((texts) =>
    facts.countsStatements ? readStatements(database, texts) : Promise.resolve(new Map()),
  );
  const open = await keepOpen(database);
  const keeper = awake ? keepAwake() : null;
  const parts: BenchParts = {
    terms: plan.terms,
    server,
    facts,
    database,
    schema: SCHEMA,
    random: createRandom(seed),
    signal,
    notice: (said) => notices.push(said),
    say: progress.say,
    recorder,
    tally,
    ways,
    floors: new Map(),
    awakePid: keeper?.pid ?? null,
  };
  try {
    for (const id of plan.scenarios) {
      if (signal.aborted) break;
      progress.enter(id);
      const bench = createBench(id, parts);
      try {
        await scenarioOf(id).run(bench);
      } finally {
        await bench.close();
      }
    }
    await checkStatements(parts);
    for (const draft of thresholdVerdicts(recorder.records(), plan.thresholds ?? []))
      await recorder.write(draft);
  } finally {
    clearInterval(open);
    await keeper?.stop();
    await ways.close();
    await progress.stop();
  }
}

/** One for the smallest pool, one for the prober, one that closes while the next opens. */
const LEAST_CONNECTIONS = 3;

const AWAKE_MS = 3_000;

/** Opens both connections of the watcher and keeps them: one that slept would be closed, and opened again as a session that no arm knows of. */
async function keepOpen(database: Database): Promise<NodeJS.Timeout> {
  const ask = (): Promise<unknown> => Promise.all([readServerFacts(database), readServerFacts(database)]);
  await ask();
  return setInterval(() => void ask().catch(() => undefined), AWAKE_MS);
}
