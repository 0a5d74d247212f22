import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { recordingCorrupt, recordingMissing } from '../errors.ts';

/** One line of a file: its text as it stands there and what it says. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly json: unknown;
}

/** Reads a compressed file of JSON lines, one after the other; throws LOCALNET_RECORDING_… when it cannot. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of textLines(path)) {
    number += 1;
    yield { number, text, json: parse(text, path, number) };
  }
}

async function* textLines(path: string): AsyncGenerator<string> {
  // What breaks in a pipeline comes out of its last stream, which is read here.
  const unpacked = pipeline(createReadStream(path), createGunzip(), () => undefined).setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of unpacked as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  if (rest !== '') yield rest;
}

function parse(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw recordingCorrupt({ path, line, reason: 'the line is not JSON' }, error);
  }
}

/** The error for a file that could not be read. */
export function unreadable(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code.startsWith('Z_'))
    return recordingCorrupt({ path, reason: `it cannot be unpacked (${code})` }, error);
  return recordingMissing({ path, reason: code }, error);
}
