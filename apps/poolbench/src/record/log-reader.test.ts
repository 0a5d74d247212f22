import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleDrafts } from '../../test/record-drafts.ts';
import { readLog } from './log-reader.ts';
import { openLog } from './log-writer.ts';
import type { LogRecord } from './schema/record.schema.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poolbench-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

let path: string;
let written: LogRecord[];
beforeEach(async () => {
  const log = await openLog({ folder, timezone: 'UTC' });
  written = await Promise.all(exampleDrafts('문자').map((draft) => log.write(draft)));
  await log.close();
  path = log.path;
});

const lines = async (): Promise<string[]> => (await readFile(path, 'utf8')).trimEnd().split('\n');
const rewrite = (all: readonly string[]): Promise<void> =>
  writeFile(path, all.map((line) => `${line}\n`).join(''));
const changed = (line: string, change: object): string =>
  JSON.stringify({ ...(JSON.parse(line) as object), ...change });

describe('a last line that was cut off', () => {
  it('is left out and told, wherever the cut is', async () => {
    const bytes = await readFile(path);
    const start = bytes.subarray(0, -1).lastIndexOf('\n') + 1;
    for (let end = start + 1; end < bytes.length - 1; end += 7) {
      await writeFile(path, bytes.subarray(0, end));
      const { records, notices } = await readLog(path);
      expect(records).toEqual(written.slice(0, -1));
      expect(notices).toEqual([
        {
          kind: 'truncated',
          line: written.length,
          message: expect.stringContaining(`cut off after ${end - start} bytes`) as string,
        },
      ]);
    }
  });

  it('is whole when only its line feed is missing', async () => {
    await truncate(path, (await readFile(path)).length - 1);
    expect(await readLog(path)).toEqual({ records: written, notices: [] });
  });

  it('may be what a disk leaves after a loss of power: zeros', async () => {
    await appendFile(path, Buffer.alloc(100));
    const { records, notices } = await readLog(path);
    expect(records).toEqual(written);
    expect(notices).toMatchObject([{ kind: 'truncated', line: written.length + 1 }]);
  });
});

describe('a log of an older program', () => {
  it('may lack fields and types of records that came later', async () => {
    const without = (line: string): string => changed(line, { rounds: undefined, server: undefined });
    const all = await lines();
    const older = all.filter((line) => !/"type":"(event|progress)"/.test(line));
    await rewrite(older.map((line) => (/"type":"(cell_start|interval)"/.test(line) ? without(line) : line)));
    const { records, notices } = await readLog(path);
    expect(records.map(({ type }) => type)).toEqual([
      ...['run_start', 'cell_start', 'sample', 'interval', 'cell_end', 'verdict', 'run_end'],
    ]);
    expect(records.find(({ type }) => type === 'interval')).not.toHaveProperty('server');
    expect(notices.map(({ kind }) => kind)).toEqual(['out-of-sequence', 'out-of-sequence']);
  });
});

describe('a log of a newer program', () => {
  it('may have fields that are not known, at any depth', async () => {
    const [first = '', ...rest] = await lines();
    const machine = { ...(JSON.parse(first) as { machine: object }).machine, sockets: 2 };
    await rewrite([changed(first, { machine, mood: 'fine' }), ...rest]);
    expect(await readLog(path)).toEqual({ records: written, notices: [] });
  });

  it('may have types of records that are not known, which are told', async () => {
    const all = await lines();
    await rewrite(all.with(2, changed(all[2]!, { type: 'heartbeat' })));
    const { records, notices } = await readLog(path);
    expect(records).toEqual(written.toSpliced(2, 1));
    expect(notices[0]).toMatchObject({ kind: 'unknown-type', line: 3 });
  });

  it('is refused when its version is newer', async () => {
    const all = await lines();
    await rewrite(all.with(1, changed(all[1]!, { v: 2 })));
    await expect(readLog(path)).rejects.toMatchObject({
      code: 'POOLBENCH_LOG_TOO_NEW',
      details: { path, line: 2, version: 2 },
    });
  });
});

describe('a damaged log', () => {
  it.each([
    ['cut off in the middle', (line: string) => line.slice(0, 40)],
    ['not an object', () => 'null'],
    ['empty', () => ''],
    ['without a field', (line: string) => changed(line, { cell: undefined })],
    [
      'with a time that has no offset',
      (line: string) => changed(line, { ts: '2026-11-22T19:30:31.123456Z' }),
    ],
    ['with a time of whole seconds', (line: string) => changed(line, { ts: '2026-11-22T19:30:31+09:00' })],
  ])('is refused by the number of its line: %s', async (_, damage) => {
    const all = await lines();
    await rewrite(all.with(3, damage(all[3]!)));
    await expect(readLog(path)).rejects.toMatchObject({
      code: 'POOLBENCH_LOG_CORRUPT',
      details: { path, line: 4 },
    });
  });

  it('is refused when bytes are no UTF-8', async () => {
    const bytes = await readFile(path);
    bytes[bytes.indexOf('문') + 1] = 0xff;
    await writeFile(path, bytes);
    await expect(readLog(path)).rejects.toMatchObject({
      code: 'POOLBENCH_LOG_CORRUPT',
      details: { line: 1 },
    });
  });

  it('tells which records are missing', async () => {
    await rewrite((await lines()).toSpliced(2, 2));
    const { records, notices } = await readLog(path);
    expect(records).toEqual(written.toSpliced(2, 2));
    expect(notices).toMatchObject([{ kind: 'out-of-sequence', line: 3 }]);
    expect(notices[0]?.message).toMatch(/^Record 4 of run \w+ stands where 2 should be\.$/);
  });

  it('may hold several runs, each in its own sequence', async () => {
    const other = await openLog({ folder, timezone: 'UTC' });
    const more = await other.write(exampleDrafts('')[0]!);
    await other.close();
    await appendFile(path, await readFile(other.path));
    expect(await readLog(path)).toEqual({ records: [...written, more], notices: [] });
  });
});

it('says which file is not there', async () => {
  await expect(readLog(join(folder, 'none.jsonl'))).rejects.toMatchObject({
    code: 'POOLBENCH_LOG_UNREADABLE',
    details: { reason: 'ENOENT' },
  });
});

it('reads lines longer than what a file is read by', async () => {
  const log = await openLog({ folder, timezone: 'UTC' });
  const [start] = exampleDrafts('');
  const record = await log.write({ ...start!, versions: { node: 'ü'.repeat(200_000) } } as typeof start &
    object);
  await log.close();
  expect((await readLog(log.path)).records).toEqual([record]);
});
