import type { Database } from '../database.ts';
import { sql } from '../sql.ts';
import { describeComments } from './comments.ts';
import { describeFunctions } from './functions.ts';
import { describeSequences } from './sequences.ts';
import { describeTables } from './tables.ts';
import { describeTypes } from './types.ts';
import { describeViews } from './views.ts';

const PARTS = [
  describeTypes,
  describeSequences,
  describeTables,
  describeViews,
  describeFunctions,
  describeComments,
];

/**
 * The shape of a schema as SQL-like text: types, sequences, tables with columns, constraints, indexes and triggers, views, functions,
 * comments. The same shape gives the same text on every PostgreSQL from 15 to 18, so it can be kept in a file and compared. The ledger
 * of migrations is left out. A schema that is not there has no shape: empty text.
 */
export async function describeSchema(database: Database, schema: string): Promise<string> {
  return database.transaction(
    async (tx) => {
      // With nothing on the path, the server writes every name with its schema.
      await tx.row('empty search path', sql`select set_config('search_path', '', true)`);
      const found = await tx.row('find schema', sql`select from pg_namespace where nspname = ${schema}`);
      if (found === undefined) return '';
      const blocks: string[] = [];
      for (const describe of PARTS) blocks.push(...(await describe(tx, schema)));
      return blocks.map((block) => `${block}\n`).join('\n');
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}
