import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loaderFor, startThread } from './threads.ts';

const SOURCE = `
  import { parentPort, workerData } from 'node:worker_threads';
  const told: { length: number } = workerData ?? 'child';
  if (parentPort === null) process.send?.(told); else parentPort.postMessage(told);`;
const BUNDLE = SOURCE.replace(': { length: number }', '');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'madang-worker-'));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rm(folder, { recursive: true }));

async function entry(name: string, text: string): Promise<URL> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return pathToFileURL(file);
}

describe.each([
  { name: 'member.worker.ts', text: SOURCE },
  { name: 'member.worker.mjs', text: BUNDLE },
])('$name', ({ name, text }) => {
  it('runs as a thread, which is told what it is to know', async () => {
    const worker = startThread(await entry(name, text), { workerData: 'thread' });
    expect(await once(worker, 'message')).toEqual(['thread']);
  });

  it('runs as a process', async () => {
    const url = await entry(name, text);
    const child = fork(url, { execArgv: [...loaderFor(url)] });
    expect((await once(child, 'message'))[0]).toBe('child');
  });
});
