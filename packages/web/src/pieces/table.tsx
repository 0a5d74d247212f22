import type { ComponentChild, VNode } from 'preact';

export interface Column<Row> {
  readonly key: string;
  readonly head: ComponentChild;
  /** Numbers stand right; text, the default, left. */
  readonly align?: 'left' | 'right';
  /** Shown on a phone too; the rest of a row is on the row's own page. */
  readonly phone: boolean;
  readonly cell: (row: Row) => ComponentChild;
}

export interface TableProps<Row> {
  /** Names the table for those who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What makes a row the same row when the list changes. */
  readonly keyOf: (row: Row) => string | number;
}

/** Rows under heads. It scrolls sideways in itself when it must, so the page never does. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>): VNode {
  return (
    <div class="table" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={classOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.key} class={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf({ align, phone }: { align?: 'left' | 'right'; phone: boolean }): string | undefined {
  const names = [align === 'right' && 'right', !phone && 'not-phone'].filter((name) => name !== false);
  return names.length === 0 ? undefined : names.join(' ');
}
