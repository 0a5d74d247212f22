import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, sql, type Database } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { createRandom } from '../src/domain/random.ts';
import type { PlanTerms } from '../src/plan/plan.ts';
import { quickPlan } from '../src/plan/quick.ts';
import { openLog } from '../src/record/log-writer.ts';
import type { CellEnd } from '../src/record/schema/cell.schema.ts';
import type { LogRecord } from '../src/record/schema/record.schema.ts';
import type { Verdict } from '../src/record/schema/verdict.schema.ts';
import type { Bench } from '../src/run/bench.ts';
import { createBench } from '../src/run/create-bench.ts';
import { createRecorder } from '../src/run/recorder.ts';
import { createStatementTally, type Agreement } from '../src/run/statement-tally.ts';
import { createWays } from '../src/run/way.ts';
import type { ScenarioId } from '../src/scenario/ids.ts';
import { createOwnSchema, SCHEMA } from '../src/scratch/own-schema.ts';
import { englishText } from '../src/phrase/phrase-text.ts';
import { startScratchServer, type ScratchServer } from '../src/scratch/scratch-server.ts';
import { readStatements } from '../src/server/counters.ts';
import { readServerFacts } from '../src/server/server-facts.ts';

/** A bench on a server of its own, as a run gives one to a scenario. */
export interface BenchOnScratch {
  readonly bench: Bench;
  readonly server: ScratchServer;
  /** Another connection to the server, to see what was left behind. */
  readonly observer: Database;
  records(): readonly LogRecord[];
  /** What was told to the reader of the report. */
  notices(): readonly string[];
  /** The statements as we counted them, and as the server did. */
  agreements(): Promise<readonly Agreement[]>;
  /** Closes the adapters, as a run does at the end of a scenario. */
  close(): Promise<void>;
  /** …and stops the server, too, unless it is another one's. */
  stop(): Promise<void>;
}

export interface BenchOnScratchTerms {
  /** Over those of the quick plan. */
  readonly terms?: Partial<PlanTerms>;
  /** Never aborted unless given. */
  readonly signal?: AbortSignal;
  /** Whether the scenario is to know that the server is ours alone; it is unless told. */
  readonly scratch?: boolean;
  /** Whose server it uses, when that has nothing more to measure; one of its own unless given. */
  readonly on?: BenchOnScratch;
}

const log = createLogger({ level: 'silent' });

export async function benchOnScratch(
  scenario: ScenarioId,
  { terms = {}, signal = new AbortController().signal, scratch = true, on }: BenchOnScratchTerms = {},
): Promise<BenchOnScratch> {
  const server = on?.server ?? (await startScratchServer(log));
  const open = (maxConnections: number, applicationName: string): Database =>
    openDatabase({ url: server.url, maxConnections, applicationName });
  const database = open(2, 'poolbench watch');
  const observer = open(1, 'poolbench observer');
  await createOwnSchema(database, { scratch: true });
  const folder = await mkdtemp(join(tmpdir(), 'madang-poolbench-records-'));
  const recorder = createRecorder({ log: await openLog({ folder, timezone: 'UTC' }) });
  const tally = createStatementTally((texts) => readStatements(database, texts));
  const ways = createWays(server, log);
  const notices: string[] = [];
  const bench = createBench(scenario, {
    // What a warm-up buys is precision, which no test asks for.
    terms: { ...quickPlan(SCHEMA).terms, mostWarmUpSeconds: 0.5, ...terms },
    server: scratch ? server : { url: server.url, target: server.target, scratch, pid: null },
    facts: await readServerFacts(database),
    database,
    schema: SCHEMA,
    random: createRandom(7),
    signal,
    notice: (said) => notices.push(englishText(said)),
    say: () => undefined,
    recorder,
    tally,
    ways,
    floors: new Map(),
    awakePid: null,
  });
  return {
    bench,
    server,
    observer,
    records: recorder.records,
    notices: () => notices,
    agreements: tally.compare,
    close: bench.close,
    async stop() {
      await bench.close();
      await ways.close();
      await Promise.all([database.close(), observer.close(), recorder.close()]);
      if (on === undefined) await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The cells of the records that ended, in their order. */
export function endsOf({ records }: BenchOnScratch): CellEnd[] {
  return records().filter((record) => record.type === 'cell_end');
}

export function verdictsOf({ records }: BenchOnScratch): Verdict[] {
  return records().filter((record) => record.type === 'verdict');
}

/** Names of the applications that are connected to the server, one for each back-end. */
export async function applicationsOf({ observer }: BenchOnScratch): Promise<string[]> {
  const rows = await observer.rows<{ name: string }>(
    'poolbench.applications',
    sql`select application_name as name from pg_stat_activity where backend_type = 'client backend' order by 1`,
  );
  return rows.map(({ name }) => name);
}
