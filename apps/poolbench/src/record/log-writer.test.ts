import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';
import { exampleDrafts } from '../../test/record-drafts.ts';
import { readLog } from './log-reader.ts';
import { openLog, type LogWriter } from './log-writer.ts';
import type { LogRecord, RecordDraft } from './schema/record.schema.ts';
import { ulid } from './ulid.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poolbench-log-'));
});
afterAll(() => rm(folder, { recursive: true }));

const open = (settings: object = {}): Promise<LogWriter> =>
  openLog({ folder, timezone: 'Asia/Seoul', ...settings });

async function writeAll(log: LogWriter, drafts: readonly RecordDraft[]): Promise<LogRecord[]> {
  const records = await Promise.all(drafts.map((draft) => log.write(draft)));
  await log.close();
  return records;
}

describe('a log', () => {
  it('reads as it was written', async () => {
    const log = await open();
    const records = await writeAll(log, exampleDrafts('text'));
    expect(await readLog(log.path)).toEqual({ records, notices: [] });
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index));
  });

  it('reads as it was written, whatever text is in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.double({ min: -1e15, max: 1e15 }),
        async (text, value) => {
          const drafts = exampleDrafts(text).map((draft) =>
            draft.type === 'verdict' ? { ...draft, value, low: -value } : draft,
          );
          const log = await open();
          const records = await writeAll(log, drafts);
          expect((await readLog(log.path)).records).toEqual(records);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is one line of JSON for each record, in the order of the calls, with nothing that a terminal obeys', async () => {
    const log = await open();
    await writeAll(log, exampleDrafts('\u001b[31m\u202e\u2028\ud800 line\nfeed'));
    const text = await readFile(log.path, 'utf8');
    const lines = text.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => (JSON.parse(line) as LogRecord).type)).toEqual(
      exampleDrafts('').map(({ type }) => type),
    );
    expect(text).not.toMatch(/[\u001b\u202e\u2028]/);
  });

  it('is named after its start and its run', async () => {
    const log = await open({ clock: () => 1_795_343_431_123_456 });
    await log.close();
    expect(basename(log.path)).toBe(`poolbench-20261122T103031Z-${log.runId}.jsonl`);
    expect(log.runId.slice(0, 10)).toBe(ulid(1_795_343_431_123, new Uint8Array(10)).slice(0, 10));
  });

  it('makes its folder, and says so when it cannot', async () => {
    const log = await open({ folder: join(folder, 'runs/of/today') });
    await log.close();
    expect((await readLog(log.path)).records).toEqual([]);
    await writeFile(join(folder, 'a file'), '');
    await expect(open({ folder: join(folder, 'a file') })).rejects.toMatchObject({
      code: 'POOLBENCH_LOG_UNWRITABLE',
      details: { reason: 'EEXIST' },
    });
  });

  it('refuses a zone that does not exist before it makes a file', async () => {
    await expect(open({ timezone: 'Asia/Soul' })).rejects.toMatchObject({
      code: 'POOLBENCH_UNKNOWN_TIME_ZONE',
    });
  });
});

it('reads the clock once for the name, and once for each record', async () => {
  let readings = 0;
  const log = await open({ clock: () => 1_795_343_431_000_000 + readings++ });
  const records = await writeAll(log, exampleDrafts('text'));
  expect(readings).toBe(1 + records.length);
  expect(records.map(({ ts }) => ts.slice(20, 26))).toEqual(records.map((_, index) => `00000${index + 1}`));
});

it('leaves no gap in the sequence for a record that was refused', async () => {
  const log = await open();
  const [first, second] = exampleDrafts('text') as [RecordDraft, RecordDraft];
  await log.write(first);
  await expect(log.write({ ...second, comment: '' } as unknown as RecordDraft)).rejects.toMatchObject({
    code: 'POOLBENCH_RECORD_REFUSED',
  });
  await writeAll(log, [second]);
  expect((await readLog(log.path)).notices).toEqual([]);
});

describe('a log that is closed', () => {
  it('takes no more records, and keeps those before', async () => {
    const log = await open();
    const [draft] = exampleDrafts('text') as [RecordDraft];
    const pending = log.write(draft);
    const closed = log.close();
    await expect(log.write(draft)).rejects.toMatchObject({
      code: 'POOLBENCH_LOG_CLOSED',
      message: expect.stringContaining('The record run_start came after the log') as string,
    });
    await closed;
    expect((await readLog(log.path)).records).toEqual([await pending]);
  });

  it('may be closed again', async () => {
    const log = await open();
    await log.close();
    await expect(log.close()).resolves.toBeUndefined();
  });
});

it('shows no password anywhere: not in the log, not in the table, not in a refusal', async () => {
  const canary = 'k4n4ry/"p@ss" wörd';
  const spellings = [canary, encodeURIComponent(canary), JSON.stringify(canary).slice(1, -1)];
  const text = `${spellings.join(' ')} postgres://u:${encodeURIComponent(canary)}@h/d password='${canary}'`;
  const log = await open({ secrets: [canary] });
  const records = await writeAll(log, exampleDrafts(text));
  const refused = await open({ secrets: [canary] });
  const refusal: unknown = await refused
    .write({ ...exampleDrafts(text)[0], [canary]: canary } as unknown as RecordDraft)
    .catch((error: unknown) => JSON.stringify([String(error), error]));
  await refused.close();

  for (const output of [await readFile(log.path, 'utf8'), toCsv(records), JSON.stringify(records), refusal]) {
    expect(output).toMatch(/\(secret\)/);
    expect(output).not.toMatch(/k4n4ry/);
  }
});
