import { setTimeout as sleep } from 'node:timers/promises';
import type { Arm, Held, PoolAdapter } from '../adapter/pool-adapter.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import type { Route } from '../run/route.ts';
import { s9 } from './s9.words.ts';
import { finding } from './verdicts.ts';

/** One thing that a session keeps, and whether it is still there in the next statement. */
interface Feature {
  readonly name: Phrase;
  /** Rows of the last statement tell whether it was kept. */
  readonly statements: readonly string[];
}

const FEATURES: readonly Feature[] = [
  {
    name: s9.say('set'),
    statements: [
      `set poolbench.mark = 'here'`,
      `select 1 where current_setting('poolbench.mark', true) = 'here'`,
    ],
  },
  {
    name: s9.say('temporaryTables'),
    statements: [
      'create temporary table poolbench_mark (a integer)',
      `select 1 from pg_class where oid = to_regclass('pg_temp.poolbench_mark')`,
    ],
  },
  {
    name: s9.say('advisoryLocks'),
    statements: [
      // One that waited would wait for another back-end of the pooler, which has it for good.
      'select pg_try_advisory_lock(710000001)',
      `select 1 from pg_locks where locktype = 'advisory' and objid = 710000001 and pid = pg_backend_pid()`,
    ],
  },
  {
    name: s9.say('prepare'),
    statements: [
      'prepare poolbench_mark as select 1',
      `select 1 from pg_prepared_statements where name = 'poolbench_mark'`,
    ],
  },
  {
    name: s9.say('listen'),
    statements: [
      'listen poolbench_mark',
      `select 1 where 'poolbench_mark' in (select pg_listening_channels())`,
    ],
  },
  { name: s9.say('transactions'), statements: ['begin', 'select 1', 'commit', 'select 1'] },
];

/** Connections that it needs beside those of the pools that are still open: in session mode each takes one of the server's. */
export const FEATURE_CLIENTS = 2;

/** Times that each is tried while another client takes back-ends in between: once may be luck. */
const TRIES = 5;
const DEADLINE_MS = 3_000;
/** By then the other client's statement has reached the pooler. */
const TAKEN_AFTER_MS = 5;

/** A way through PgBouncer. */
export type ThroughPooler = Extract<Route, { kind: 'pgbouncer' }>;

/** What of a session survives a pooler's mode, tried with two clients that take turns. */
export async function checkFeatures(bench: Bench, route: ThroughPooler): Promise<void> {
  if (bench.signal.aborted) return;
  const arm: Arm = {
    id: 'features',
    driver: 'pg',
    keep: 'pool',
    size: FEATURE_CLIENTS,
    prepared: false,
    simple: true,
  };
  const adapter = await bench.adapter(arm, route);
  const kept: Phrase[] = [];
  const lost: Phrase[] = [];
  for (const feature of FEATURES) ((await survives(adapter, feature)) ? kept : lost).push(feature.name);
  await bench.verdict(finding(survivalPhrase(route, kept, lost), { arm: arm.id, value: kept.length }));
}

function survivalPhrase(
  { poolMode: mode, auth }: ThroughPooler,
  kept: readonly Phrase[],
  lost: readonly Phrase[],
): Phrase {
  if (kept.length === 0) return s9.say('noneWork', { mode, auth, lost });
  return lost.length === 0
    ? s9.say('allWork', { mode, auth, kept })
    : s9.say('someWork', { mode, auth, kept, lost });
}

async function survives(adapter: PoolAdapter, { statements }: Feature): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt += 1)
    if (!(await survivesOnce(adapter, statements))) return false;
  return true;
}

async function survivesOnce(adapter: PoolAdapter, statements: readonly string[]): Promise<boolean> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const [mine, other] = [await adapter.acquire(signal), await adapter.acquire(signal)];
  try {
    let rows = 0;
    let busy: Promise<unknown> = Promise.resolve();
    for (const text of statements) {
      rows = await inTime(adapter.query(mine, { name: '', text, values: [] }), signal);
      await inTime(busy, signal);
      busy = occupy(adapter, other);
      await sleep(TAKEN_AFTER_MS);
    }
    return rows > 0;
  } catch {
    // How it fails differs by mode and version; that it does is what is asked.
    return false;
  } finally {
    // What was set must not be there for the next try.
    const spent = new Error('spent');
    adapter.release(mine, spent);
    adapter.release(other, spent);
  }
}

/** A pooler may swallow a statement without a word. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

/**
 * Takes the back-end that the first client has just left, and holds it for a moment while that one asks again. The server counts
 * statements that differ in their constants alone as one; a plain `pg_sleep` would be counted as that of a workload.
 */
function occupy(adapter: PoolAdapter, other: Held): Promise<unknown> {
  return adapter
    .query(other, { name: '', text: 'select pg_sleep(0.02) is null', values: [] })
    .catch(() => undefined);
}
