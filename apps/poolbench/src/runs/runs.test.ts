import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMadeUpRun } from '../../test/made-up-run.ts';
import { readEnds } from './ends-of-file.ts';
import { importLog } from './import-log.ts';
import { lengthText } from './length-text.ts';
import { readRunItem } from './read-run-item.ts';
import { readRun } from './read-run.ts';
import { findRunFile, listRunFiles, type RunFile } from './run-files.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'poolbench-runs-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const HOUR_MS = 3_600_000;
const newest = async (): Promise<RunFile> => (await listRunFiles(folder))[0]!;
const item = async (now = Date.now()) => readRunItem(await newest(), now);

/** A clock that starts at an instant, in milliseconds. */
const clockFrom = (start: number) => () => start * 1000;

describe('the list of runs', () => {
  it('has the newest first, and nothing that is no log', async () => {
    const old = await writeMadeUpRun({ folder, clock: clockFrom(Date.UTC(2026, 0, 1)) });
    const young = await writeMadeUpRun({ folder, clock: clockFrom(Date.UTC(2026, 0, 2)) });
    for (const name of ['notes.txt', 'poolbench-x.jsonl', '../x.jsonl'.slice(3)])
      writeFileSync(join(folder, name), 'x');
    expect((await listRunFiles(folder)).map(({ id }) => id)).toEqual([young.runId, old.runId]);
    expect((await newest()).startedAt).toBe('2026-01-02T00:00:00Z');
    expect(await findRunFile(folder, 'last')).toBe(young.path);
    expect(await findRunFile(folder, old.runId.slice(0, 12).toLowerCase())).toBe(old.path);
  });

  it('is empty where there is no folder', async () => {
    expect(await listRunFiles(join(folder, 'no'))).toEqual([]);
  });

  it('tells from two lines what a run was', async () => {
    const { runId } = await writeMadeUpRun({ folder }, { plan: 'nightly', rounds: 2 });
    expect(await item()).toMatchObject({
      id: runId,
      plan: 'nightly',
      state: 'finished',
      serverVersion: '18.4',
      scratch: true,
      seconds: 83,
      cells: 9,
      problem: null,
    });
  });

  it('calls a log without an end running while it grows, and killed when it has been silent', async () => {
    const { path } = await writeMadeUpRun({ folder }, { ending: null });
    expect(await item()).toMatchObject({ state: 'running', cells: null });
    expect(await item(Date.now() + HOUR_MS)).toMatchObject({ state: 'killed' });
    utimesSync(path, new Date(Date.now() - HOUR_MS), new Date(Date.now() - HOUR_MS));
    expect(await item()).toMatchObject({ state: 'killed' });
  });

  it('leaves out a last line that was cut off', async () => {
    const { path } = await writeMadeUpRun({ folder });
    truncateSync(path, readFileSync(path).length - 3);
    expect(await item(Date.now() + HOUR_MS)).toMatchObject({ state: 'killed', plan: 'quick' });
  });

  it.each([
    ['no-run', 'hello\n'],
    ['no-run', '{"v":1,"type":"run_end"}\n'],
    ['no-run', '\u0000\u0001\u0002'.repeat(1000)],
    ['no-run', ''],
  ])('tells of a file that is no log (%s)', async (problem, text) => {
    writeFileSync(join(folder, 'poolbench-20260101T000000Z-01KANKYN3JZZZZZZZZZZZZZZZZ.jsonl'), text);
    expect(await item(Date.now() + HOUR_MS)).toMatchObject({ state: 'unreadable', problem, plan: null });
  });

  it('tells of a log under the name of another run', async () => {
    const { path } = await writeMadeUpRun({ folder });
    writeFileSync(
      join(folder, 'poolbench-20990101T000000Z-7ZZZZZZZZZZZZZZZZZZZZZZZZZ.jsonl'),
      readFileSync(path),
    );
    expect(await item()).toMatchObject({ state: 'unreadable', problem: 'other-run' });
    await expect(readRun(await newest())).rejects.toThrow(/records are of another run/);
  });

  it('tells of a file that is gone', async () => {
    const { path } = await writeMadeUpRun({ folder });
    const file = await newest();
    rmSync(path);
    expect(await readRunItem(file, Date.now())).toMatchObject({ state: 'unreadable', problem: 'unreadable' });
  });
});

describe('the ends of a file', () => {
  const path = (): string => join(folder, 'file');

  it.each([
    ['', null, null],
    ['a', null, null],
    ['a\n', 'a', 'a'],
    ['a\nb\nc', 'a', 'b'],
    ['a\nb\n', 'a', 'b'],
    ['\n', '', ''],
  ])('of %j are the first line and the last whole one', async (text, first, last) => {
    writeFileSync(path(), text);
    expect(await readEnds(path())).toMatchObject({ first, last, bytes: text.length });
  });

  it('are found behind and before lines longer than a look', async () => {
    const long = 'x'.repeat(300_000);
    writeFileSync(path(), `${long}1\n${'y\n'.repeat(100_000)}${long}2\n`);
    const { first, last } = await readEnds(path());
    expect([first, last]).toEqual([`${long}1`, `${long}2`]);
  });

  it('are not looked for without end in what has no lines', async () => {
    writeFileSync(path(), Buffer.alloc(20_000_000, 'x'));
    expect(await readEnds(path())).toMatchObject({ first: null, last: null });
  });
});

describe('a run that is read', () => {
  it('names the line that is damaged, and no folder of this machine', async () => {
    const { path } = await writeMadeUpRun({ folder });
    appendFileSync(path, 'damaged\n');
    const failure = await readRun(await newest()).catch((error: unknown) => error as Error);
    expect((failure as Error).message).toMatch(/Line \d+ of the log poolbench-\S+\.jsonl is damaged/);
    expect((failure as Error).message).not.toContain(folder);
  });
});

describe('an old log', () => {
  const NAME = 'pg_query_pool-2026-11-22';
  const text = readFileSync(new URL(`../record/forerunner/made-up/${NAME}`, import.meta.url), 'utf8');

  it('is kept beside the others, once', async () => {
    const first = await importLog({ file: `/anywhere/${NAME}`, text, folder });
    expect(first.made).toBe(true);
    expect(await item()).toMatchObject({
      importedFrom: 'psycopg-test',
      state: 'finished',
      plan: 'psycopg-test',
    });
    const again = await importLog({ file: NAME, text, folder });
    expect(again).toMatchObject({ made: false, path: first.path });
    expect((await readRun(await newest())).length).toBeGreaterThan(4);
  });
});

it.each([
  [null, '–'],
  [7.4, '0:07'],
  [59.6, '1:00'],
  [3723, '1:02:03'],
])('%s seconds are %s', (seconds, text) => {
  expect(lengthText(seconds)).toBe(text);
});
