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
export async function lockTable(bench: Bench, milliseconds: number): Promise<void> {
  const { database, schema, signal } = bench;
  await database.transaction(
    async (tx) => {
      await tx.script('poolbench.lock', `lock table ${schema}.sample in access exclusive mode`);
      await bench.event('table-locked', `The table is locked against everybody for ${milliseconds} ms.`);
      await pause(milliseconds, signal);
    },
    { retries: 0 },
  );
  await bench.event('table-unlocked', 'The lock on the table is gone.');
}

/** Stops the back-end that an arm used last for so long (SIGSTOP); only on a server of our own, whose processes are ours. */
export async function stopBackEnd(bench: Bench, arm: Arm, milliseconds: number): Promise<void> {
  const { database, server, signal } = bench;
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
    await bench.event('back-end-stopped', `One back-end is stopped for ${milliseconds} ms.`);
    await pause(milliseconds, signal);
  } finally {
    process.kill(last.pid, 'SIGCONT');
  }
  await bench.event('back-end-continued', 'The back-end goes on.');
}
