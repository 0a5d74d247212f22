import { defineTable, sql, type Database } from '@madang/pg';
import { defineProjection, type Projection } from '../src/index.ts';

const seen = defineTable('probe.seen', { height: 'int8', index: 'int4', hash: 'text', fee: 'numeric' });

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

/** One that writes nothing. */
export function idle(name: string, apply: Projection['apply'] = () => Promise.resolve()): Projection {
  return probe({ name, apply, reset: () => Promise.resolve() });
}

/** Everything that was written, as one digest, and how much it was. */
export interface Written {
  readonly rows: number;
  readonly digest: string | null;
}

/** What the probe wrote. */
export async function probed(database: Database): Promise<Written> {
  const row = await database.row<Written>(
    'probe.digest',
    sql`
      select count(*) as rows, md5(string_agg(height || ':' || index || ':' || hash || ':' || fee, ',' order by height, index)) as digest
      from probe.seen`,
  );
  return row ?? { rows: 0, digest: null };
}
