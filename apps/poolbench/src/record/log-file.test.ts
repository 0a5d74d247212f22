import { execFile } from 'node:child_process';
import { mkdtemp, open, readdir, readFile, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogFile, logFileOn } from './log-file.ts';
import { readLog } from './log-reader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'poolbench-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('writes each line by one write', async () => {
  const path = join(folder, 'counted');
  const handle = await open(path, 'ax');
  const write = vi.spyOn(handle, 'write');
  const file = logFileOn(handle, path);
  await Promise.all([file.append('{"line":1}\n'), file.append(`{"line":"${'2'.repeat(100_000)}"}\n`)]);
  expect(write).toHaveBeenCalledTimes(2);
  await file.close();
  expect(await readFile(path, 'utf8')).toMatch(/^\{"line":1\}\n\{"line":"2{100000}"\}\n$/);
});

it('takes no file that is there already', async () => {
  const path = join(folder, 'twice');
  await (await createLogFile(path)).close();
  await expect(createLogFile(path)).rejects.toMatchObject({
    code: 'POOLBENCH_LOG_UNWRITABLE',
    details: { path, reason: 'EEXIST' },
  });
});

it('says which file could not be written when it was closed under its hands, and keeps what was there', async () => {
  const path = join(folder, 'closed');
  const handle = await open(path, 'ax');
  const file = logFileOn(handle, path);
  await file.append('{"line":1}\n');
  await handle.close();
  await expect(file.append('{"line":2}\n')).rejects.toMatchObject({
    code: 'POOLBENCH_LOG_UNWRITABLE',
    details: { path, reason: 'EBADF' },
  });
  await expect(file.close()).rejects.toMatchObject({ code: 'POOLBENCH_LOG_UNWRITABLE' });
  expect(await readFile(path, 'utf8')).toBe('{"line":1}\n');
});

describe('a full disk', () => {
  it('is told with its code, and ends the file when half a line cannot be taken back', async () => {
    const handle: FileHandle = await open('/dev/full', 'a');
    const file = logFileOn(handle, '/dev/full');
    const full = {
      code: 'POOLBENCH_LOG_DISK_FULL',
      details: { path: '/dev/full', reason: 'ENOSPC', kept: 0 },
    };
    await expect(file.append('{"line":1}\n')).rejects.toMatchObject(full);
    await expect(file.append('{"line":2}\n')).rejects.toMatchObject(full);
    await handle.close();
  });

  it('takes half a line back, keeps every record before it, and goes on when there is room', async () => {
    // A process whose files may have 512 KiB, then 1 MiB, writes records of 100 kB: the sixth fits only in part.
    const script = `
      import { execFileSync } from 'node:child_process';
      import { exampleDrafts } from '../../test/record-drafts.ts';
      import { openLog } from './log-writer.ts';
      const log = await openLog({ folder: process.argv[1], timezone: 'UTC' });
      const [draft] = exampleDrafts('text');
      const large = { ...draft, versions: { node: 'x'.repeat(100_000) } };
      let written = 0;
      const refusal = await (async () => { for (;;) { await log.write(large); written += 1; } })().catch((error) => error);
      const again = await log.write(large).catch((error) => error);
      execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=1048576']);
      const after = await log.write(draft);
      await log.close();
      console.log(JSON.stringify({ written, codes: [refusal.code, again.code], kept: refusal.details.kept, seq: after.seq }));`;
    const limits = join(folder, 'limited');
    const { stdout } = await promisify(execFile)(
      'prlimit',
      [
        '--fsize=524288:1048576',
        process.execPath,
        ...['--conditions=source', '--import', 'tsx', '--input-type=module', '--eval', script, limits],
      ],
      { cwd: import.meta.dirname },
    );
    const DISK_FULL = 'POOLBENCH_LOG_DISK_FULL';
    expect(JSON.parse(stdout)).toEqual({ written: 5, codes: [DISK_FULL, DISK_FULL], kept: 5, seq: 7 });

    const [name = ''] = await readdir(limits);
    const log = await readLog(join(limits, name));
    expect(log.records.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 7]);
    expect(log.notices.map(({ kind }) => kind)).toEqual(['out-of-sequence']);
  });
});
