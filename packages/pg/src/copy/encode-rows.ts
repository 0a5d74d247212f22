import { badValue } from '../errors.ts';
import type { TableShape } from '../tables.ts';
import { BinaryWriter } from './binary-writer.ts';
import { ENCODERS, writeNullable, type Encode } from './encode.ts';

/** One row, its values in the order of the table's columns. */
export type Row = readonly unknown[];
/** Rows that are at hand or arrive. */
export type Rows = Iterable<Row> | AsyncIterable<Row>;

/**
 * Rows as a stream of PostgreSQL's binary COPY format, in chunks of about 32 KiB. Throws PG_BAD_VALUE naming row and column.
 */
export async function* encodeRows(table: TableShape, rows: Rows): AsyncGenerator<Buffer> {
  const encoder = new RowEncoder(table);
  // Rows at hand are not awaited one by one, which would cost as much as encoding them.
  if (Symbol.iterator in rows) yield* encodeAll(encoder, rows);
  else
    for await (const row of rows) {
      const chunk = encoder.add(row);
      if (chunk !== undefined) yield chunk;
    }
  yield encoder.end();
}

function* encodeAll(encoder: RowEncoder, rows: Iterable<Row>): Generator<Buffer> {
  for (const row of rows) {
    const chunk = encoder.add(row);
    if (chunk !== undefined) yield chunk;
  }
}

// "PGCOPY", bytes that a text transfer would spoil, no flags, no extension of the header.
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const END_OF_ROWS = -1;

class RowEncoder {
  readonly #table: TableShape;
  readonly #encoders: readonly Encode[];
  readonly #writer = new BinaryWriter();
  #row = 0;

  constructor(table: TableShape) {
    this.#table = table;
    this.#encoders = table.columns.map(({ type }) => ENCODERS[type]);
    this.#writer.raw(HEADER);
  }

  /** Encodes a row; a chunk when enough are collected. */
  add(row: Row): Buffer | undefined {
    const writer = this.#writer;
    const encoders = this.#encoders;
    this.#row += 1;
    if (row.length !== encoders.length)
      throw this.#refusal(`${row.length} values for ${encoders.length} columns`);
    writer.int16(row.length);
    let column = 0;
    try {
      for (const encode of encoders) {
        writeNullable(writer, row[column], encode);
        column += 1;
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw this.#refusal(`column ${this.#table.columns[column]?.name ?? ''}: ${reason}`, error);
    }
    return writer.isFull ? writer.take() : undefined;
  }

  end(): Buffer {
    this.#writer.int16(END_OF_ROWS);
    return this.#writer.take();
  }

  #refusal(reason: string, cause?: unknown): Error {
    const { schema, name: table } = this.#table;
    return badValue(
      { label: `copy ${schema}.${table}`, reason: `row ${this.#row}, ${reason}`, schema, table },
      cause,
    );
  }
}
