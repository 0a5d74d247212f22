import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './launch.ts';
import { filesIn } from './workplace.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'launch-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('hears of the end of every process, also where it comes at once', async () => {
  // Of nine at a time about one in twenty-five ends before anything else is done.
  for (let round = 0; round < 15; round++) {
    const processes = await Promise.all(
      Array.from({ length: 9 }, () => launch('true', { files: filesIn(folder), user: undefined })),
    );
    expect(new Set(await Promise.all(processes.map(({ exited }) => exited)))).toEqual(
      new Set(['it ended with code 0']),
    );
  }
});
