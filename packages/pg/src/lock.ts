import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A lock that one holder has in the whole database. It is gone when its connection is. */
export interface Lock {
  /** Aborted when the connection broke: somebody else may have the lock now, so stop at once. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface LockOptions {
  /** Ends the waiting; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called once when somebody else has the lock and the waiting begins. */
  readonly onWait?: () => void;
}

/** Waits for the lock named `key`, on a connection of its own. */
export async function acquireLock(
  connect: () => Promise<pg.Client>,
  key: string,
  { signal, onWait }: LockOptions,
): Promise<Lock> {
  signal?.throwIfAborted();
  const client = await connect();
  const end = (): void => void client.end();
  signal?.addEventListener('abort', end);
  try {
    if (!(await tryLock(client, key))) {
      onWait?.();
      await client.query('select pg_advisory_lock($1)', [keyNumber(key)]);
    }
    signal?.throwIfAborted();
  } catch (error) {
    await client.end();
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
  const lost = new AbortController();
  const lose = (): void => lost.abort();
  client.once('end', lose);
  return {
    lost: lost.signal,
    release: async () => {
      client.off('end', lose);
      await client.end();
    },
  };
}

async function tryLock(client: pg.Client, key: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    keyNumber(key),
  ]);
  return rows[0]?.locked === true;
}

// Advisory locks have numbers of 64 bits for names.
function keyNumber(key: string): string {
  return createHash('sha256').update(key).digest().readBigInt64BE(0).toString();
}
