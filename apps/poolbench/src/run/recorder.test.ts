import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleDrafts } from '../../test/record-drafts.ts';
import { openLog, type LogWriter } from '../record/log-writer.ts';
import { logDiskFull } from '../record/record.errors.ts';
import { createRecorder } from './recorder.ts';

const folder = mkdtempSync(join(tmpdir(), 'recorder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const drafts = exampleDrafts('text');

/** A log on a disk that is full after so many records. */
async function logWithRoomFor(records: number): Promise<LogWriter> {
  const log = await openLog({ folder, timezone: 'UTC' });
  let written = 0;
  return {
    ...log,
    write(draft) {
      written += 1;
      if (written > records)
        return Promise.reject(logDiskFull({ path: log.path, reason: 'ENOSPC', kept: records }));
      return log.write(draft);
    },
  };
}

describe('a recorder', () => {
  it('keeps what is measured after the disk is full, in memory, and says so once', async () => {
    const log = await logWithRoomFor(3);
    const broken: Error[] = [];
    const seen: string[] = [];
    const recorder = createRecorder({
      log,
      onBroken: (error) => broken.push(error),
      onRecord: ({ type }) => seen.push(type),
    });
    for (const draft of drafts) await recorder.write(draft);
    await recorder.close();
    expect(recorder.records().map(({ type }) => type)).toEqual(drafts.map(({ type }) => type));
    expect(seen).toEqual(drafts.map(({ type }) => type));
    expect(broken.map(({ message }) => message)).toEqual([expect.stringContaining(log.path)]);
    expect(recorder.broken()).toBe(broken[0]);
    expect(readFileSync(log.path, 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('does not hide a draft that is wrong', async () => {
    const recorder = createRecorder({ log: await openLog({ folder, timezone: 'UTC' }) });
    const [draft] = drafts;
    await expect(recorder.write({ ...draft!, nonsense: 1 } as never)).rejects.toThrow(/nonsense/);
    expect(recorder.broken()).toBeNull();
    await recorder.discard();
  });
});
