import { defineTable, sql, type Database } from '@madang/pg';
import { defineProjection, type Projection } from '../src/index.ts';

const seen = defineTable('probe.seen', { height: 'int8', index: 'int4', hash: 'text', fee: 'numeric' });

export const PROBE_MIGRATIONS = [
  { schema: 'indexer', folder: new URL('../migrations/', import.meta.url) },
  { schema: 'probe', folder: new URL('./migrations/', import.meta.url) },
];

/** The smallest projection: one row for each transaction. */
export function probe(changes: Partial<Projection> = {}): Projection {
  return defineProjection({
    name: 'probe',
    version: 1,
    wants: {},
    async apply({ blocks }, tx) {
      await tx.copyIn(
        seen,
        blocks.flatMap(({ block, receipts }) =>
          receipts.map(({ transactionIndex, transactionHash, fee }) => [
            block.height,
            transactionIndex,
            transactionHash,
            fee,
          ]),
        ),
      );
    },
    async reset(tx) {
      await tx.execute('probe.reset', sql`truncate probe.seen`);
    },
    ...changes,
  });
}

/** Everything that the probe wrote, as one digest, and how much it was. */
export async function probed(database: Database): Promise<{ rows: number; digest: string | null }> {
  const row = await database.row<{ rows: number; digest: string | null }>(
    'probe.digest',
    sql`
      select count(*) as rows, md5(string_agg(height || ':' || index || ':' || hash || ':' || fee, ',' order by height, index)) as digest
      from probe.seen`,
  );
  return row ?? { rows: 0, digest: null };
}
