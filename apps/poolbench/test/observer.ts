import pg from 'pg';
import type { Arm, Operation, PoolAdapter } from '../src/adapter/pool-adapter.ts';
import type { Target } from '../src/adapter/target.ts';

/** Every arm there is, with pools of this size. */
export function allArms(size: number): readonly Arm[] {
  return (['pg', 'postgres.js'] as const).flatMap((driver) =>
    (['connection-per-query', 'pool-per-query', 'pool', 'pipelined'] as const).flatMap((keep) =>
      [false, true].map((prepared) => ({
        id: `${driver} ${keep} ${size}${prepared ? ' prepared' : ''}`,
        ...{ driver, keep, size, prepared },
      })),
    ),
  );
}

/** The target that the address of a test server names. */
export function targetOf(address: string): Target {
  const url = new URL(address);
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port === '' ? 5432 : url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
}

/** A signal that is never aborted. */
export function never(): AbortSignal {
  return new AbortController().signal;
}

export function operation(text: string, ...values: readonly unknown[]): Operation {
  return { name: `test ${text}`.slice(0, 63), text, values };
}

/** Takes a connection, runs the operation on it, and gives it back. */
export async function run(adapter: PoolAdapter, operation: Operation): Promise<number> {
  const held = await adapter.acquire(never());
  try {
    const rows = await adapter.query(held, operation);
    adapter.release(held);
    return rows;
  } catch (error) {
    adapter.release(held, error);
    throw error;
  }
}

/** What the server itself sees of the adapters, asked from another database. */
export interface Observer {
  /** Connections ever made to the target's database, those counted whose back-ends have ended. */
  sessions(): Promise<number>;
  /** Process numbers of an arm's back-ends, the oldest first. */
  backends(arm: string): Promise<readonly number[]>;
  /** Ends all back-ends of an arm, and waits until they are gone. */
  terminate(arm: string): Promise<void>;
  close(): Promise<void>;
}

export async function observe({ host, port, user, password, database }: Target): Promise<Observer> {
  const client = new pg.Client({ host, port, user, password, database: 'postgres' });
  await client.connect();
  const rows = async <R extends pg.QueryResultRow>(text: string, value: string): Promise<R[]> =>
    (await client.query<R>(text, [value])).rows;
  return {
    async sessions() {
      const text = 'select sessions::int from pg_stat_database where datname = $1';
      return (await rows<{ sessions: number }>(text, database))[0]?.sessions ?? 0;
    },
    async backends(arm) {
      const text = 'select pid from pg_stat_activity where application_name = $1 order by backend_start';
      return (await rows<{ pid: number }>(text, arm)).map(({ pid }) => pid);
    },
    async terminate(arm) {
      const text = 'select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = $1';
      await rows(text, arm);
    },
    close: () => client.end(),
  };
}
