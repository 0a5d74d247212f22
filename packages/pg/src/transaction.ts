import type { ClientBase, QueryResult, QueryResultRow } from 'pg';
import { guarded, runQuery, type Shared } from './connection.ts';
import { copyIn } from './copy/copy-in.ts';
import type { Rows } from './copy/encode-rows.ts';
import { closed, connectionLost, nothingCommitted, outcomeUnknown } from './errors.ts';
import { queryableOf, type Queryable } from './queryable.ts';
import { sql } from './sql.ts';
import type { TableShape } from './tables.ts';

/** Statements that take effect together at commit, or not at all. Statements run one after another, also when not awaited. */
export interface Transaction extends Queryable {
  /**
   * Writes rows by binary COPY, no faster than the server takes them; how many were written. A generator of rows is refused the
   * second time, since it gives them once and the transaction may be tried again.
   */
  copyIn(table: TableShape, rows: Rows): Promise<number>;
  /** Runs a file of statements, as a migration is; the text must be our own, never made of values. */
  script(label: string, text: string): Promise<void>;
  /** Tells the listeners of a channel (see `listen`), at commit. At most 63 bytes of channel and 7999 of payload. */
  notify(channel: string, payload: string): Promise<void>;
}

export interface TransactionOptions {
  /** `read committed` unless given. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** How often the work is done again after a deadlock or serialization failure; 3 unless given. */
  readonly retries?: number;
}

/** One attempt of a transaction on one connection. */
export async function runTransaction<T>(
  client: ClientBase,
  shared: Shared,
  work: (tx: Transaction) => Promise<T>,
  options: Omit<TransactionOptions, 'retries'>,
): Promise<T> {
  const plain = (text: string): Promise<QueryResult<QueryResultRow>> =>
    guarded(shared, text.split(' ', 1)[0] ?? text, () => client.query(text));
  await plain(beginText(options));
  const { tx, end } = openTransaction(client, shared);
  try {
    const result = await work(tx);
    await end();
    await commit(() => plain('commit'));
    return result;
  } catch (error) {
    await end();
    // Where even this fails, the connection is closed by its lender, and the server rolls back.
    if (client.getTransactionStatus() !== 'I') await plain('rollback').catch(() => undefined);
    throw error;
  }
}

function beginText({
  isolation = 'read committed',
  readOnly = false,
}: Omit<TransactionOptions, 'retries'>): string {
  return `begin isolation level ${isolation}${readOnly ? ' read only' : ''}`;
}

async function commit(run: () => Promise<QueryResult>): Promise<void> {
  try {
    // The server answers COMMIT of a failed transaction with ROLLBACK, without an error.
    if ((await run()).command !== 'COMMIT') throw nothingCommitted({});
  } catch (error) {
    if (connectionLost.is(error)) throw outcomeUnknown({ reason: 'no answer to COMMIT came' }, error);
    throw error;
  }
}

const begun = new WeakSet<object>();

function openTransaction(client: ClientBase, shared: Shared): { tx: Transaction; end: () => Promise<void> } {
  let ended = false;
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(run: () => Promise<T>): Promise<T> => {
    if (ended) return Promise.reject(closed({ what: 'transaction' }));
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
  const queryable = queryableOf((label, query) => inOrder(() => runQuery(client, shared, label, query)));
  const tx: Transaction = {
    ...queryable,
    copyIn: async (table, rows) => {
      refuseSecondUse(rows);
      return inOrder(() => copyIn(client, shared, table, rows));
    },
    script: async (label, text) => {
      await inOrder(() => guarded(shared, label, () => client.query(text)));
    },
    notify: async (channel, payload) => {
      await queryable.execute('notify', sql`select pg_notify(${channel}, ${payload})`);
    },
  };
  const end = async (): Promise<void> => {
    ended = true;
    await last;
  };
  return { tx, end };
}

// A generator gives its rows once. If a transaction is tried again, it would write nothing the second time.
function refuseSecondUse(rows: Rows): void {
  const oneShot = 'next' in rows;
  if (oneShot && begun.has(rows))
    throw new TypeError(
      'These rows were read before; make them anew inside the transaction, which may be tried again.',
    );
  if (oneShot) begun.add(rows);
}
