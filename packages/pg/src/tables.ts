/** Column types that COPY can write and read in PostgreSQL's binary format. */
export type ColumnType =
  | 'int2'
  | 'int4'
  | 'int8'
  | 'bool'
  | 'text'
  | 'bytea'
  | 'numeric'
  | 'timestamptz'
  | 'jsonb'
  | 'text[]'
  | 'bytea[]';

/** Columns in the order in which rows carry them. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** A table as COPY sees it: its name and the columns that rows carry. */
export interface TableShape {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/**
 * Declares the columns that rows written by COPY carry, in their order.
 *
 * ```ts
 * const block = defineTable('tracker.block', { height: 'int8', hash: 'bytea', fees: 'numeric', time: 'timestamptz' });
 * await tx.copyIn(block, [[12, hash, 10n ** 18n, 1_700_000_000_000_000n]]);
 * ```
 */
export function defineTable(qualifiedName: string, columns: Columns): TableShape {
  const [schema, name, ...more] = qualifiedName.split('.');
  if (schema === undefined || name === undefined || more.length > 0 || schema === '' || name === '')
    throw new TypeError(`A table is named schema.table, not ${qualifiedName}.`);
  return { schema, name, columns: columnsOf(columns) };
}

/** The columns as a list. */
export function columnsOf(columns: Columns): readonly Column[] {
  return Object.entries(columns).map(([name, type]) => ({ name, type }));
}
