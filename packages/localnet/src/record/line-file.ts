import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** A file of lines that grows, each whole or not at all. */
export interface LineFile {
  /** Lines that are there. */
  readonly count: number;
  append(lines: readonly string[]): Promise<void>;
  /** Cuts off all lines behind so many. */
  keep(count: number): Promise<void>;
  lines(): AsyncIterable<string>;
  close(): Promise<void>;
}

/** Opens a file of lines, or makes it. What a kill left of a line at its end is cut off. */
export async function openLineFile(path: string): Promise<LineFile> {
  const file = await open(path, 'a+');
  const ends = await endsOf(file);
  await file.truncate(ends.at(-1) ?? 0);
  return {
    get count() {
      return ends.length;
    },
    async append(lines) {
      let end = ends.at(-1) ?? 0;
      await file.appendFile(lines.map((line) => `${line}\n`).join(''));
      for (const line of lines) {
        end += Buffer.byteLength(line) + 1;
        ends.push(end);
      }
    },
    async keep(count) {
      ends.length = Math.min(ends.length, count);
      await file.truncate(ends.at(-1) ?? 0);
    },
    lines: () => createInterface({ input: createReadStream(path), crlfDelay: Infinity }),
    close: () => file.close(),
  };
}

const NEWLINE = 10;

/** The place behind each line. */
async function endsOf(file: FileHandle): Promise<number[]> {
  const ends: number[] = [];
  let offset = 0;
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1))
      ends.push(offset + at + 1);
    offset += chunk.length;
  }
  return ends;
}
