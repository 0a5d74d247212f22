import { sql, type Database } from '@madang/pg';
import { growthOf, type ServerCounters } from './counters.ts';

/** What back-ends were doing when somebody looked: `cpu` without a wait event, else the event's type and name (`IO/WALSync`). */
export type WaitCounts = ReadonlyMap<string, number>;

/** What was seen of a server in a part of a cell. */
export interface ServerSeen {
  /** Looks that were answered. */
  readonly looks: number;
  /** Active back-ends of the arm in them, added up. */
  readonly waits: WaitCounts;
  /** From the last look before to the last one in it. */
  readonly seconds: number;
  /** What commits and bytes of WAL grew by in that time. */
  readonly growth: ServerCounters;
}

/** Looks at a server while a cell is measured. */
export interface WaitSampler {
  /** What was seen since it was asked before; null without an answer. It does not wait for one. */
  cut(): ServerSeen | null;
  /** Ends the looking; what was seen of active back-ends in all looks. */
  stop(): Promise<WaitCounts>;
}

/** Counters at an instant, in milliseconds of `performance.now()`. */
export interface Reading {
  readonly at: number;
  readonly counters: ServerCounters;
}

/** Ten times a second at most: each look costs the server about a tenth of a millisecond, and us as much. */
const PERIOD_MS = 100;

/**
 * Looks at the back-ends of one arm (`pg_stat_activity`) and at what the server counts, from a connection outside of the arm.
 *
 * @param begun what was counted before the first look
 */
export function sampleWaits(database: Database, applicationName: string, begun: Reading): WaitSampler {
  const all = new Map<string, number>();
  let waits = new Map<string, number>();
  let looks = 0;
  let before = begun;
  let last = begun;
  let looking: Promise<void> = Promise.resolve();
  let busy = false;
  const look = async (): Promise<void> => {
    const { seen, counters } = await readServer(database, applicationName);
    last = { at: performance.now(), counters };
    looks += 1;
    for (const [event, count] of seen) {
      addTo(all, event, count);
      addTo(waits, event, count);
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // A look that fails is one look less: the arms meet the same server and tell what is wrong with it.
    looking = look()
      .catch(() => undefined)
      .finally(() => (busy = false));
  }, PERIOD_MS);
  return {
    cut() {
      if (looks === 0) return null;
      const seconds = (last.at - before.at) / 1000;
      const seen = { looks, waits, seconds, growth: growthOf(before.counters, last.counters) };
      before = last;
      waits = new Map();
      looks = 0;
      return seen;
    },
    async stop() {
      clearInterval(timer);
      await looking;
      return all;
    },
  };
}

function addTo(counts: Map<string, number>, event: string, count: number): void {
  counts.set(event, (counts.get(event) ?? 0) + count);
}

interface ServerNow {
  readonly seen: readonly (readonly [event: string, count: number])[];
  readonly counters: ServerCounters;
}

async function readServer(database: Database, applicationName: string): Promise<ServerNow> {
  const rows = await database.rows<{ name: string; value: number; counted: boolean }>(
    'poolbench.look',
    sql`
      select coalesce(wait_event_type || '/' || wait_event, 'cpu') as name, count(*)::float8 as value, false as counted
      from pg_stat_activity where application_name = ${applicationName} and state = 'active' group by 1
      union all
      select 'pg_stat_database.xact_commit', xact_commit::float8, true
      from pg_stat_database where datname = current_database()
      union all
      select 'pg_stat_wal.wal_bytes', wal_bytes::float8, true from pg_stat_wal`,
  );
  const pairs = (counted: boolean) =>
    rows.filter((row) => row.counted === counted).map(({ name, value }) => [name, value] as const);
  return { seen: pairs(false), counters: Object.fromEntries(pairs(true)) };
}
