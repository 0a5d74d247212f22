import { readFile } from 'node:fs/promises';
import { parseCsv } from './csv-rows.ts';
import { badRows } from './errors.ts';
import type { Row, Value } from './parameter.ts';

/** All rows are kept in memory, and sent to each member of a crew. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * Rows for a workload's parameters: of a CSV file with a header line, whose cells are text or null, or of JSON Lines (`.jsonl`,
 * `.ndjson`), one flat object a line. Throws POOLBENCH_BAD_ROWS.
 */
export async function readRows(file: string): Promise<readonly Row[]> {
  const text = await textOf(file);
  try {
    const rows = /\.(jsonl|ndjson)$/i.test(file) ? rowsOfJson(text) : rowsOfCsv(text);
    if (rows.length === 0) throw new RangeError('there are none');
    return rows;
  } catch (error) {
    throw badRows({ file, reason: (error as Error).message }, error);
  }
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw badRows({ file, reason: (error as Error).message }, error);
  });
  if (bytes.length > MOST_BYTES) throw badRows({ file, reason: `it is larger than ${MOST_BYTES} bytes` });
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function rowsOfCsv(text: string): Row[] {
  const [header = [], ...lines] = parseCsv(text);
  const names = header.map((name) => name ?? '');
  if (new Set(names).size < names.length) throw new RangeError('two columns have the same name');
  return lines.map((cells, index) => {
    if (cells.length !== names.length)
      throw new RangeError(`row ${index + 1} has ${cells.length} cells, not ${names.length}`);
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? null]));
  });
}

function rowsOfJson(text: string): Row[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const rows = lines.map((line, index) => {
    const row: unknown = parsed(line, index);
    if (!isRow(row)) throw new RangeError(`line ${index + 1} is no flat object`);
    return row;
  });
  const names = Object.keys(rows[0] ?? {});
  const odd = rows.findIndex((row) => !names.every((name) => Object.hasOwn(row, name)));
  if (odd !== -1) throw new RangeError(`line ${odd + 1} lacks a column that the first line has`);
  return rows;
}

function parsed(line: string, index: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new RangeError(`line ${index + 1} is no JSON`, { cause: error });
  }
}

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && !Array.isArray(row) && Object.values(row).every(isValue);
}

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
