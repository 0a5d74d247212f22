import { defineTable, sql, type Database, type Queryable } from '@madang/pg';
import { defineProjection, type Projection, type Question, type SealedBlock } from '../src/index.ts';
import type { Written } from './probe.ts';

const label = defineTable('probe.label', { address: 'text', height: 'int8', name: 'text', refusal: 'text' });

/** A projection that asks: the name of each contract, as of the block in which it first wrote a log. */
export const labels: Projection = defineProjection({
  name: 'labels',
  version: 1,
  wants: {
    ask: async (blocks, database) => (await newcomers(blocks, database)).map(nameOf),
  },
  async apply({ blocks, answer }, tx) {
    const found = await newcomers(blocks, tx);
    await tx.copyIn(
      label,
      found.map((one) => {
        const { error, result } = { result: null, ...answer(nameOf(one)) };
        return [one.address, one.height, error === undefined ? result : null, error?.code ?? null];
      }),
    );
  },
  async reset(tx) {
    await tx.execute('labels.reset', sql`truncate probe.label`);
  },
});

interface Newcomer {
  readonly address: string;
  readonly height: number;
}

const nameOf = ({ address, height }: Newcomer): Question => ({
  method: 'icx_call',
  params: { to: address, dataType: 'call', data: { method: 'name' } },
  height,
});

async function newcomers(blocks: readonly SealedBlock[], database: Queryable): Promise<Newcomer[]> {
  const first = new Map<string, number>();
  for (const { block, receipts } of blocks)
    for (const { address } of receipts.flatMap(({ logs }) => logs))
      if (!first.has(address)) first.set(address, block.height);
  const known = await database.rows<{ address: string }>(
    'labels.known',
    sql`select address from probe.label where address = any(${[...first.keys()]})`,
  );
  for (const { address } of known) first.delete(address);
  return [...first].map(([address, height]) => ({ address, height }));
}

/** What was written about contracts. */
export async function labelled(database: Database): Promise<Written> {
  const row = await database.row<Written>(
    'labels.digest',
    sql`
      select count(*) as rows,
             md5(string_agg(concat_ws(':', address, height, name, refusal), ',' order by address)) as digest
      from probe.label`,
  );
  return row ?? { rows: 0, digest: null };
}
