import { chmod, mkdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startElsewhere } from '../../test/embedded/start-elsewhere.ts';
import { canRun, FAST, isRoot, makeWorkplace, settingsFor, using } from '../../test/embedded/workplace.ts';
import { sql } from '../index.ts';
import { startEmbedded } from './index.ts';
import { isAlive } from './processes.ts';

const NOBODY = 65534;
const SCRIPT = path.join(import.meta.dirname, '../../test/embedded/starter.ts');
const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] as const;
// A checkout below root's home is closed to nobody.
const nobodyReads = isRoot && canRun(...asNobody, 'test', '-r', SCRIPT);
const namespaces = isRoot && canRun('unshare', '--user', `--map-user=${NOBODY}`, 'true');

let workplace: Awaited<ReturnType<typeof makeWorkplace>>;
beforeAll(async () => {
  workplace = await makeWorkplace();
});
afterAll(() => workplace.remove());

const usable = (url: string): Promise<unknown> =>
  using(url, (database) => database.row('in', sql`select 1 as one`));
const statusOf = async (pid: number, field: string): Promise<string> =>
  new RegExp(`^${field}:[ \\t]*(.*)$`, 'm').exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

describe.runIf(isRoot)('started by root', () => {
  it.runIf(nobodyReads)('a server runs as nobody, without the groups of root', async () => {
    const dataDir = path.join(workplace.directory, 'by root');
    const server = await startEmbedded(settingsFor(dataDir));
    expect(await statusOf(server.pid, 'Uid')).toBe(Array(4).fill(NOBODY).join('\t'));
    expect((await statusOf(server.pid, 'Groups')).trim()).toBe('');
    expect(await stat(path.join(dataDir, 'postgres'))).toMatchObject({ uid: NOBODY });
    expect((await stat(dataDir)).uid).toBe(0);
    expect(await usable(server.url)).toEqual({ one: 1 });
    await server.stop();
  });

  it.runIf(namespaces)(
    'a directory that only root can enter works too, and its server dies with its parent',
    async () => {
      const closed = path.join(workplace.directory, 'closed');
      await mkdir(closed, { mode: 0o700 });
      const dataDir = path.join(closed, 'data');
      const starter = await startElsewhere({ dataDir, settings: FAST });
      expect(await usable(starter.said.url)).toEqual({ one: 1 });
      expect(await stat(path.join(dataDir, 'postgres'))).toMatchObject({ uid: 0 });
      await starter.kill();
      await expect.poll(() => isAlive(starter.said.pid), { timeout: 10_000 }).toBe(false);
      const server = await startEmbedded(settingsFor(dataDir));
      expect(await usable(server.url)).toEqual({ one: 1 });
      process.kill(server.pid, 'SIGKILL');
      const next = await startEmbedded(settingsFor(dataDir));
      expect(await usable(next.url)).toEqual({ one: 1 });
      await next.stop();
    },
  );

  it.runIf(nobodyReads)('a strict umask changes nothing', async () => {
    const before = process.umask(0o077);
    const dataDir = path.join(workplace.directory, 'umask');
    const server = await startEmbedded(settingsFor(dataDir));
    process.umask(before);
    expect(await usable(server.url)).toEqual({ one: 1 });
    await server.stop();
  });
});

describe.runIf(nobodyReads)('started by an ordinary user', () => {
  it('a server is the user’s own, and root uses it as it is', async () => {
    const dataDir = path.join(workplace.directory, 'by nobody');
    const starter = await startElsewhere({ dataDir, settings: FAST }, { uid: NOBODY });
    expect(await usable(starter.said.url)).toEqual({ one: 1 });
    const attached = await startEmbedded(settingsFor(dataDir));
    expect(attached.attached).toBe(true);
    await starter.stop();
    await attached.exited;
    const byRoot = await startEmbedded(settingsFor(dataDir));
    expect(await statusOf(byRoot.pid, 'Uid')).toBe(Array(4).fill(NOBODY).join('\t'));
    await byRoot.stop();
    const again = await startElsewhere({ dataDir, settings: FAST }, { uid: NOBODY });
    expect(again.said.code).toBeUndefined();
    await again.stop();
  });

  it.runIf(namespaces)('a directory of another user is refused', async () => {
    const dataDir = path.join(workplace.directory, 'closed/data');
    await chmod(path.dirname(dataDir), 0o755);
    const starter = await startElsewhere({ dataDir, settings: FAST }, { uid: NOBODY });
    expect(starter.said).toMatchObject({
      code: 'PG_EMBEDDED_DIRECTORY',
      message: expect.stringContaining('but by user 0') as string,
    });
    await rm(path.dirname(dataDir), { recursive: true });
  });
});
