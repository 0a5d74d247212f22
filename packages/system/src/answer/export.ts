import { Readable } from 'node:stream';
import type { AnswerContext, Item, ListSource } from './answer.ts';
import { allItems } from './define-list.ts';

export type ExportFormat = 'csv' | 'jsonl';

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** The whole list as a stream of text. The first piece is read before it is returned, so that an early error is still an answer. */
export async function exportList(
  format: ExportFormat,
  list: ListSource,
  context: AnswerContext,
  input: Record<string, unknown>,
): Promise<Readable> {
  const pieces = allItems(list, context, input);
  const first = await pieces.next();
  const columns = Object.keys(list.item.shape);
  return Readable.from(text());

  async function* text(): AsyncGenerator<string> {
    if (format === 'csv') yield csvLine(columns);
    if (first.done === true) return;
    yield format === 'csv' ? toCsv(columns, first.value) : toJsonLines(first.value);
    for await (const items of pieces) yield format === 'csv' ? toCsv(columns, items) : toJsonLines(items);
  }
}

function toJsonLines(items: readonly Item[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

function toCsv(columns: readonly string[], items: readonly Item[]): string {
  return items.map((item) => csvLine(columns.map((column) => cell(item[column])))).join('');
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A value as one cell. Text that a spreadsheet would run as a formula (first letter `=`, `+`, `-`, `@`, tab, return)
 * gets an apostrophe before it, as OWASP advises for CSV injection; negative numbers stay numbers.
 */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
