import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type Database, type Sql } from '@madang/pg';

/** A process of the server that serves one connection of an arm. */
export interface BackEnd {
  readonly pid: number;
  readonly active: boolean;
}

// Whoever has chosen our arm's name by chance is still somebody else.
const oursCalled = (arm: string): Sql => sql`
  application_name = ${arm} and usename = current_user and datname = current_database()`;

/** Those of an arm, which the server knows by its name. */
export function readBackEnds(database: Database, arm: string): Promise<BackEnd[]> {
  return database.rows<BackEnd & Record<string, unknown>>(
    'poolbench.back-ends',
    sql`select pid, coalesce(state = 'active', false) as active from pg_stat_activity where ${oursCalled(arm)} order by pid`,
  );
}

/** Tells all of an arm to end, at once; how many there were. */
export function terminateBackEnds(database: Database, arm: string): Promise<number> {
  return database.execute(
    'poolbench.terminate',
    sql`select pg_terminate_backend(pid) from pg_stat_activity where ${oursCalled(arm)}`,
  );
}

const POLL_MS = 20;
const PATIENCE_MS = 5_000;

/** Waits until an arm's back-ends are as they should be, for five seconds at most; whether they are. */
export async function untilBackEnds(
  database: Database,
  arm: string,
  isRight: (backEnds: readonly BackEnd[]) => boolean,
): Promise<boolean> {
  for (const end = performance.now() + PATIENCE_MS; ;) {
    if (isRight(await readBackEnds(database, arm))) return true;
    if (performance.now() > end) return false;
    await sleep(POLL_MS);
  }
}
