import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from '@madang/pg';
import type { Arm } from '../adapter/pool-adapter.ts';
import type { Bench } from '../run/bench.ts';

/** Waits, but not for longer than the run. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Ended early is all that the rejection says.
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** Locks our table against everybody for so long, by the watcher's connection: with its end the lock is gone. */
export async function lockTable({ database, schema, signal }: Bench, milliseconds: number): Promise<void> {
  await database.transaction(
    async (tx) => {
      await tx.script('poolbench.lock', `lock table ${schema}.sample in access exclusive mode`);
      await pause(milliseconds, signal);
    },
    { retries: 0 },
  );
}

/** Stops the back-end that an arm used last for so long (SIGSTOP); only on a server of our own, whose processes are ours. */
export async function stopBackEnd(
  { database, server, signal }: Bench,
  arm: Arm,
  milliseconds: number,
): Promise<void> {
  if (!server.scratch) throw new TypeError('Back-ends of a server that is not ours are not stopped.');
  const last = await database.row<{ pid: number }>(
    'poolbench.last-used',
    sql`
      select pid from pg_stat_activity where application_name = ${arm.id} and query_start is not null
      order by query_start desc limit 1`,
  );
  if (last === undefined) return;
  process.kill(last.pid, 'SIGSTOP');
  try {
    await pause(milliseconds, signal);
  } finally {
    process.kill(last.pid, 'SIGCONT');
  }
}
