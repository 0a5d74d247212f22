import { decimal } from './decimal.ts';
import type { CellEnd, CellStart } from './schema/cell.schema.ts';
import type { LogRecord } from './schema/record.schema.ts';

/** The cells that lead every row. */
const LEADING = ['run_id', 'event_id', 'seq', 'ts', 'tz', 'arm', 'cell', 'round'];

/** What has no place in a table. */
const LEFT_OUT = ['v', 'type', 'histograms'];

/**
 * The cells of a log as CSV (RFC 4180 with LF): a header, then one row per cell and round, with the fields of its `cell_start` and
 * `cell_end` under their own names (`durations.response.p99_s`). A cell that did not end has what is known of its start. Text that a
 * spreadsheet would run as a formula has an apostrophe before it.
 */
export function toCsv(records: readonly LogRecord[]): string {
  const rows = rowsOf(records);
  const columns = [...new Set([...LEADING, ...rows.flatMap((row) => [...row.keys()])])];
  const lines = rows.map((row) => columns.map((column) => row.get(column) ?? ''));
  return [columns, ...lines].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

type Row = ReadonlyMap<string, string>;

function rowsOf(records: readonly LogRecord[]): Row[] {
  const rows = new Map<string, Row>();
  for (const record of records) {
    if (record.type !== 'cell_start' && record.type !== 'cell_end') continue;
    const key = [record.run_id, record.cell, record.round].join('\n');
    rows.set(key, new Map([...(rows.get(key) ?? []), ...rowOf(record)]));
  }
  return [...rows.values()];
}

function rowOf(record: CellStart | CellEnd): Row {
  return new Map(
    Object.entries(record)
      .filter(([name]) => !LEFT_OUT.includes(name))
      .flatMap(([name, value]: [string, unknown]) => cellsOf(name, value)),
  );
}

function cellsOf(name: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[name, cell(value)]];
  if (Array.isArray(value)) return [[name, cell(value.join('; '))]];
  return Object.entries(value).flatMap(([inner, item]: [string, unknown]) =>
    cellsOf(`${name}.${inner}`, item),
  );
}

function cell(value: unknown): string {
  if (typeof value === 'number') return decimal(value);
  if (typeof value === 'string') return /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return typeof value === 'boolean' ? String(value) : '';
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
