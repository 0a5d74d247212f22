import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startElsewhere } from '../../test/embedded/start-elsewhere.ts';
import { FAST, makeWorkplace, settingsFor, using } from '../../test/embedded/workplace.ts';
import { sql } from '../index.ts';
import { startEmbedded } from './index.ts';
import { isAlive, serversOf } from './processes.ts';

let workplace: Awaited<ReturnType<typeof makeWorkplace>>;
let dataDir: string;
let cluster: string;

beforeAll(async () => {
  workplace = await makeWorkplace();
  dataDir = path.join(workplace.directory, 'data');
  cluster = path.join(dataDir, 'postgres');
  const server = await startEmbedded(settingsFor(dataDir));
  await using(server.url, (database) => database.execute('create', sql`create table mark (n int)`));
  await server.stop();
});
afterAll(() => workplace.remove());
beforeEach(async () => expect(await serversOf(cluster)).toEqual([]));

const mark = (url: string): Promise<number> =>
  using(url, async (database) => {
    await database.execute('mark', sql`insert into mark select count(*) from mark`);
    return (await database.rows('marks', sql`select from mark`)).length;
  });
const allGone = (): Promise<void> => expect.poll(() => serversOf(cluster), { timeout: 10_000 }).toEqual([]);

describe('when its parent is killed by kill -9', () => {
  it('the server ends in order, and the next start finds the data', async () => {
    const starter = await startElsewhere({ dataDir, settings: FAST });
    const before = await mark(starter.said.url);
    await starter.kill();
    await allGone();
    expect(await readFile(path.join(dataDir, 'postgres.log'), 'utf8')).toContain(
      'received fast shutdown request',
    );
    const server = await startEmbedded(settingsFor(dataDir));
    expect(await mark(server.url)).toBe(before + 1);
    await server.stop();
  });

  it('a start in the same moment waits for the end and begins anew', async () => {
    const starter = await startElsewhere({ dataDir, settings: FAST });
    await starter.kill();
    const server = await startEmbedded(settingsFor(dataDir));
    await mark(server.url);
    await server.stop();
  });
});

describe('when the server is killed by kill -9', () => {
  it('this is told, and a start at once recovers what was committed', async () => {
    const server = await startEmbedded(settingsFor(dataDir));
    const before = await mark(server.url);
    process.kill(server.pid, 'SIGKILL');
    expect(await server.exited).toEqual({ code: null, signal: 'SIGKILL' });
    const next = await startEmbedded(settingsFor(dataDir));
    expect(next.attached).toBe(false);
    expect(await mark(next.url)).toBe(before + 1);
    await next.stop();
    await server.stop();
  });

  it('and stays a zombie, since nobody asks after it, the next start does not wait for it', async () => {
    const starter = await startElsewhere({ dataDir, settings: FAST });
    starter.child.kill('SIGSTOP');
    process.kill(starter.said.pid, 'SIGKILL');
    await expect.poll(() => isAlive(starter.said.pid)).toBe(false);
    expect((await readFile(`/proc/${starter.said.pid}/stat`, 'utf8')).includes(') Z ')).toBe(true);
    const server = await startEmbedded(settingsFor(dataDir)).finally(() => starter.kill());
    await mark(server.url);
    await server.stop();
  });
});

describe('a stale pid file', () => {
  it('with the number of a living stranger of the same user does not stop a start', async () => {
    const { uid, gid } = await stat(cluster);
    const stranger = spawn('sleep', ['100'], { uid, gid });
    const lines = [
      String(stranger.pid),
      cluster,
      '1700000000',
      '5432',
      '/tmp',
      '',
      '  123456         7',
      'ready',
    ];
    await writeFile(path.join(cluster, 'postmaster.pid'), `${lines.join('\n')}\n`);
    const server = await startEmbedded(settingsFor(dataDir));
    expect(server.attached).toBe(false);
    expect(stranger.exitCode).toBe(null);
    await server.stop();
    stranger.kill();
  });

  it('with no number at all does not stop a start', async () => {
    await writeFile(path.join(cluster, 'postmaster.pid'), '');
    const server = await startEmbedded(settingsFor(dataDir));
    await server.stop();
  });
});

describe('a second starter', () => {
  it('attaches, and leaves the server to the first', async () => {
    const first = await startElsewhere({ dataDir, settings: FAST });
    const second = await startEmbedded(settingsFor(dataDir));
    expect(second).toMatchObject({
      attached: true,
      pid: first.said.pid,
      url: first.said.url,
      version: first.said.version,
    });
    await second.stop();
    await mark(first.said.url);
    await first.stop();
    expect(await second.exited).toEqual({ code: null, signal: null });
  });

  it('in the very same moment attaches too, also when there is no cluster yet', async () => {
    const fresh = path.join(workplace.directory, 'fresh');
    const starters = await Promise.all(
      [1, 2, 3].map(() => startElsewhere({ dataDir: fresh, settings: FAST })),
    );
    expect(starters.map(({ said }) => said.attached).sort()).toEqual([false, true, true]);
    expect(new Set(starters.map(({ said }) => said.pid)).size).toBe(1);
    for (const { said } of starters)
      expect(await using(said.url, (database) => database.row('in', sql`select 1 as one`))).toEqual({
        one: 1,
      });
    await Promise.all(starters.map((starter) => starter.stop()));
  });

  it('in the same process attaches as well', async () => {
    const servers = await Promise.all([
      startEmbedded(settingsFor(dataDir)),
      startEmbedded(settingsFor(dataDir)),
    ]);
    expect(servers.map(({ attached }) => attached).sort()).toEqual([false, true]);
    await Promise.all(servers.map((server) => server.stop()));
  });
});

it('a terminal’s Ctrl-C does not reach the server', async () => {
  const starter = await startElsewhere({ dataDir, settings: FAST });
  process.kill(-(starter.child.pid ?? 0), 'SIGINT');
  await mark(starter.said.url);
  expect(starter.child.exitCode).toBe(null);
  await starter.stop();
});

it('a parent that ends without stopping it takes it along', async () => {
  const starter = await startElsewhere({ dataDir, settings: FAST });
  starter.child.kill('SIGTERM');
  await once(starter.child, 'exit');
  await allGone();
  const server = await startEmbedded(settingsFor(dataDir));
  await server.stop();
});
