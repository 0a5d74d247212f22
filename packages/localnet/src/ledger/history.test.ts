import { mkdtempSync, rmSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openFrameFile, type FrameFile } from './frame-file.ts';
import { createHistory, type History } from './history.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'madang-ledger-'));
  folders.push(folder);
  return join(folder, 'chain');
}

function write(
  file: FrameFile,
  history: History,
  height: number,
  writes: Record<string, string | null>,
): void {
  const { bytes, keep } = history.prepare(height, new Map(Object.entries(writes)), file.end);
  file.append(bytes);
  keep();
}

function reopened(path: string): { file: FrameFile; history: History } {
  const file = openFrameFile(path);
  const history = createHistory(file.read);
  for (const { content, offset } of file.frames()) history.load(content, offset);
  return { file, history };
}

const NAMES = ['a', 'b', '잔액', 'a\u0000b'];
const key = fc.constantFrom(...NAMES);
const value = fc.option(fc.string({ unit: 'binary', maxLength: 20 }), { nil: null });
const blocks = fc.array(fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }), { maxLength: 60 });

describe('a history of values', () => {
  it('gives each key at each height what was written last by then, also after it was opened again', () => {
    fc.assert(
      fc.property(blocks, (written) => {
        const path = freshPath();
        const first = reopened(path);
        for (const [height, writes] of written.entries()) write(first.file, first.history, height, writes);
        first.file.close();
        const { file, history } = reopened(path);
        const expected = new Map<string, string | null>();
        for (const [height, writes] of written.entries()) {
          for (const [name, text] of Object.entries(writes)) expected.set(name, text);
          for (const name of NAMES) expect(history.at(name, height)).toBe(expected.get(name) ?? null);
        }
        for (const [name, text] of expected) expect(history.get(name)).toBe(text);
        file.close();
      }),
      { numRuns: 50 },
    );
  });

  it('looks at a few versions of many', () => {
    const file = openFrameFile(freshPath());
    let reads = 0;
    const history = createHistory((offset, length) => {
      reads += 1;
      return file.read(offset, length);
    });
    const last = 5000;
    for (let height = 0; height <= last; height += 1) write(file, history, height, { hot: String(height) });
    reads = 0;
    for (let height = 0; height <= last; height += 50) expect(history.at('hot', height)).toBe(String(height));
    // 101 questions; log2 of 5,000 is 12.3.
    expect(reads / 101).toBeLessThan(3 * 12.3);
    file.close();
  });
});

describe('a file of frames', () => {
  it('loses no whole frame and keeps no half one, wherever a kill cut it', () => {
    const path = freshPath();
    const file = openFrameFile(path);
    const contents = ['one', 'the second', '3'].map((text) => Buffer.from(text));
    for (const content of contents) file.append(content);
    file.close();
    const ends = [11, 11 + 18, 11 + 18 + 9];
    const all = readFileSync(path);
    for (let size = all.length; size >= 0; size -= 1) {
      writeFileSync(path, all.subarray(0, size));
      const again = openFrameFile(path);
      const whole = ends.filter((end) => end <= size).length;
      expect([...again.frames()].map(({ content }) => content)).toEqual(contents.slice(0, whole));
      again.close();
    }
  });

  it('takes zeros at its end for nothing', () => {
    const path = freshPath();
    const file = openFrameFile(path);
    file.append(Buffer.from('kept'));
    file.close();
    truncateSync(path, 4096);
    const again = openFrameFile(path);
    expect([...again.frames()].map(({ content }) => content.toString())).toEqual(['kept']);
    expect(statSync(path).size).toBe(12);
    again.close();
  });

  it('goes on behind what was whole', () => {
    const path = freshPath();
    const file = openFrameFile(path);
    file.append(Buffer.from('kept'));
    file.append(Buffer.from('torn'));
    file.close();
    truncateSync(path, statSync(path).size - 1);
    const again = openFrameFile(path);
    again.append(Buffer.from('new'));
    expect([...again.frames()].map(({ content }) => content.toString())).toEqual(['kept', 'new']);
    again.close();
  });
});
