import { sql, type Database } from '@madang/pg';

/** What back-ends were doing when somebody looked: `cpu` without a wait event, else the event's type and name (`IO/WALSync`). */
export type WaitCounts = ReadonlyMap<string, number>;

export interface WaitSampler {
  /** Ends the looking; what was seen of active back-ends. */
  stop(): Promise<WaitCounts>;
}

/** Ten times a second at most: each look costs the server about a millisecond. */
const PERIOD_MS = 100;

/** Looks at the back-ends of one arm from a connection outside of it (`pg_stat_activity`). */
export function sampleWaits(database: Database, applicationName: string): WaitSampler {
  const counts = new Map<string, number>();
  let looking: Promise<void> = Promise.resolve();
  let busy = false;
  const look = async (): Promise<void> => {
    for (const [event, count] of await activeOf(database, applicationName))
      counts.set(event, (counts.get(event) ?? 0) + count);
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
    async stop() {
      clearInterval(timer);
      await looking;
      return counts;
    },
  };
}

async function activeOf(database: Database, applicationName: string): Promise<[string, number][]> {
  const rows = await database.rows<{ event: string; count: number }>(
    'poolbench.waits',
    sql`
      select coalesce(wait_event_type || '/' || wait_event, 'cpu') as event, count(*)::integer as count
      from pg_stat_activity where application_name = ${applicationName} and state = 'active' group by 1`,
  );
  return rows.map(({ event, count }) => [event, count]);
}
