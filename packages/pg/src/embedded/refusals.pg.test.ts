import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startElsewhere } from '../../test/embedded/start-elsewhere.ts';
import { allPaths, canRun, FAST, isRoot, makeWorkplace, settingsFor } from '../../test/embedded/workplace.ts';
import { startEmbedded } from './index.ts';

const NOBODY = 65534;
let workplace: Awaited<ReturnType<typeof makeWorkplace>>;
let dataDir: string;
let count = 0;

beforeAll(async () => {
  workplace = await makeWorkplace();
});
afterAll(() => workplace.remove());
beforeEach(() => {
  dataDir = path.join(workplace.directory, String((count += 1)));
});

/** Expects a refusal that leaves every file as it was. */
async function expectRefusal(code: string, reason: RegExp): Promise<void> {
  const before = await allPaths(workplace.directory);
  await expect(startEmbedded(settingsFor(dataDir))).rejects.toMatchObject({
    code,
    message: expect.stringMatching(reason) as string,
  });
  expect(await allPaths(workplace.directory)).toEqual(before);
}

describe('nothing is touched and the reason is told', () => {
  it('when the directory was made by a version without binaries', async () => {
    await mkdir(path.join(dataDir, 'postgres/base'), { recursive: true });
    const file = path.join(dataDir, 'postgres/PG_VERSION');
    await writeFile(file, '9.6\n');
    const { mtimeMs, uid } = await stat(path.join(dataDir, 'postgres'));
    await expectRefusal('PG_EMBEDDED_VERSION', /made by PostgreSQL 9\.6; here are binaries of 18/);
    expect(await readFile(file, 'utf8')).toBe('9.6\n');
    expect(await stat(path.join(dataDir, 'postgres'))).toMatchObject({ mtimeMs, uid });
  });

  it('when the directory holds something else', async () => {
    await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
    await writeFile(path.join(dataDir, 'postgres/photo.jpg'), 'irreplaceable');
    await expectRefusal('PG_EMBEDDED_DIRECTORY', /not empty and is no PostgreSQL/);
  });

  it('when the directory is a file, or below one', async () => {
    await writeFile(dataDir, '');
    await expectRefusal('PG_EMBEDDED_DIRECTORY', /is a file/);
    dataDir = path.join(dataDir, 'below');
    await expectRefusal('PG_EMBEDDED_DIRECTORY', /is a file/);
  });

  it('when the directory may not be written', async () => {
    const parent = dataDir;
    await mkdir(parent, { mode: 0o555 });
    dataDir = path.join(parent, 'data');
    const starter = await startElsewhere({ dataDir }, isRoot ? { uid: NOBODY } : {});
    expect(starter.said).toMatchObject({
      code: 'PG_EMBEDDED_DIRECTORY',
      message: expect.stringContaining(dataDir) as string,
    });
    expect(await allPaths(parent)).toEqual([]);
  });

  const unshare = ['unshare', '--user', '--map-root-user', '--mount', '--'] as const;
  it.runIf(canRun(...unshare, 'true'))('when the disk is full', async () => {
    await mkdir(dataDir);
    // The words after the first argument run on a disk of 20 MB, which is empty again afterwards, or the shell fails.
    const onSmallDisk = 'mount -t tmpfs -o size=20m tmpfs "$0" && "$@" && test -z "$(ls -A "$0")"';
    const prefix = [...unshare, 'sh', '-c', onSmallDisk, dataDir];
    const starter = await startElsewhere({ dataDir: path.join(dataDir, 'deep/data') }, { prefix });
    expect(starter.said).toMatchObject({
      code: 'PG_EMBEDDED_DISK_FULL',
      message: expect.stringMatching(/has \d+ MB left.*needs 128 MB/) as string,
    });
    await starter.stop();
    expect(starter.child.exitCode).toBe(0);
  });

  it('when it is called in a worker thread, whose end would end the server', async () => {
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      import(workerData.loader)
        .then(({ register }) => register())
        .then(() => import(workerData.embedded))
        .then(({ startEmbedded }) => startEmbedded({ dataDir: '/nowhere' }))
        .catch((error) => parentPort.postMessage(String(error)));`;
    const workerData = {
      loader: import.meta.resolve('tsx/esm/api'),
      embedded: new URL('./index.ts', import.meta.url).href,
    };
    const worker = new Worker(code, { eval: true, workerData, execArgv: ['--conditions=source'] });
    expect(await new Promise((resolve) => worker.once('message', resolve))).toContain('in the main thread');
    await worker.terminate();
  });
});

describe('what an interrupted creation left', () => {
  it('is cleared away, and an empty directory is taken', async () => {
    await mkdir(path.join(dataDir, 'postgres.creating/base'), { recursive: true });
    await mkdir(path.join(dataDir, 'postgres'));
    const server = await startEmbedded(settingsFor(dataDir, { settings: FAST }));
    await server.stop();
    expect(await allPaths(dataDir)).not.toContain('postgres.creating');
  });
});
