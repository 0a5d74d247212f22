import { z } from 'zod';
import { readEntry, type Entry, type RawEntry } from './entry.ts';

/** What could be read of an old log. */
export interface OldLog {
  readonly form: 'JSON' | 'CSV';
  /** In the order of the file. */
  readonly entries: readonly Entry[];
  /** Pieces that are not an entry, as they stand there. */
  readonly unread: readonly string[];
}

/** Reads a log of psycopg-test: objects of JSON one after the other, with a newline between them or none, or lines of four values. */
export function readEntries(text: string): OldLog {
  const form = text.trimStart().startsWith('{') ? 'JSON' : 'CSV';
  const pieces = form === 'JSON' ? text.split(BETWEEN_OBJECTS) : text.split('\n');
  const read = pieces
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ piece, entry: entryOf(form === 'JSON' ? rawOfJson(piece) : rawOfCsv(piece)) }));
  return {
    form,
    entries: read.flatMap(({ entry }) => entry ?? []),
    unread: read.flatMap(({ piece, entry }) => (entry === undefined ? [piece.trim()] : [])),
  };
}

// The objects are flat and no value has a brace, so an object begins at every brace, whatever became of the one before.
const BETWEEN_OBJECTS = /(?=\{)/;

const Raw = z.object({ now: z.string(), start: z.string(), end: z.string(), time: z.string() });

function entryOf(raw: RawEntry | undefined): Entry | undefined {
  return raw === undefined ? undefined : readEntry(raw);
}

function rawOfJson(piece: string): RawEntry | undefined {
  try {
    return Raw.safeParse(JSON.parse(piece)).data;
  } catch {
    return undefined;
  }
}

// Spaces after the commas and at the end of the line; no value has a comma or a quote of its own.
function rawOfCsv(piece: string): RawEntry | undefined {
  const [now, start, end, time, ...more] = piece
    .split(',')
    .map((value) => value.trim().replace(/^"(.*)"$/, '$1'));
  if (now === undefined || start === undefined || end === undefined || time === undefined) return undefined;
  return more.length === 0 ? { now, start, end, time } : undefined;
}
