import type { ClientBase, QueryResult, QueryResultRow } from 'pg';
import { classify } from './classify.ts';
import { staleStatement } from './errors.ts';
import type { Observe } from './metrics.ts';
import { toParameter } from './parameter.ts';
import type { Sql } from './sql.ts';
import type { StatementNames } from './statement-names.ts';

/** What all connections of a database share. */
export interface Shared {
  /** The address without its password, for messages. */
  readonly where: string;
  readonly names: StatementNames;
  readonly observe: Observe;
}

/** Runs one labelled statement on one connection, prepared under a name of its own. */
export async function runQuery(
  client: ClientBase,
  shared: Shared,
  label: string,
  query: Sql,
): Promise<QueryResult<QueryResultRow>> {
  const { text } = query;
  const name = shared.names.nameOf(label, text);
  return guarded(shared, label, () =>
    client.query({ text, values: query.values.map(toParameter), ...(name === undefined ? {} : { name }) }),
  );
}

/** Measures what runs on a connection under a label, and makes its failure one of our kinds. */
export async function guarded<T>(shared: Shared, label: string, run: () => Promise<T>): Promise<T> {
  return timed(shared, label, () =>
    run().catch((error: unknown) => {
      throw explainFailure(shared, label, error);
    }),
  );
}

/** A failure of the driver as one of our kinds; statements that no longer fit their tables get new names. */
export function explainFailure({ where, names }: Shared, label: string, error: unknown): Error {
  const failure = classify(error, { label, where });
  if (staleStatement.is(failure)) names.renew();
  return failure;
}

/** Measures what runs on a connection under a label. */
export async function timed<T>({ observe }: Shared, label: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await run();
  } finally {
    observe(label, (performance.now() - start) / 1000);
  }
}
