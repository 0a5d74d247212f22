import { createLogger } from '@madang/telemetry';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { targetOf } from '../../../test/observer.ts';
import type { Target } from '../../adapter/target.ts';
import { authRefused, unreachable } from '../../prober/errors.ts';
import { probe } from '../../prober/probe.ts';
import { freePort } from '../../scratch/free-port.ts';
import { startScratchServer, type ScratchServer } from '../../scratch/scratch-server.ts';
import { noSecret, noWayThrough, startFailed, tooOld } from './errors.ts';
import { findPgBouncer, isAtLeast } from './find-pgbouncer.ts';
import { cleanUpAfterKilled } from './leftovers.ts';
import { OWNER_FILE } from '../../owned-folder/owned-folder.ts';
import { commandOf } from '../../owned-folder/processes.ts';
import { startPgBouncer, type PgBouncerTerms, type RunningPgBouncer } from './start-pgbouncer.ts';
import { PREFIX } from './workplace.ts';

const found = await findPgBouncer();
const log = createLogger({ level: 'silent' });
const deadlineMs = 10_000;

if (found === null) it('needs PgBouncer on this machine', (context) => context.skip());
else
  describe('PgBouncer', () => {
    let scratch: ScratchServer;
    let server: Target;
    let folder: string;
    let running: RunningPgBouncer | undefined;

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'madang-via-'));
      // Whom root starts it as must come through.
      await chmod(folder, 0o711);
      scratch = await startScratchServer(log);
      server = targetOf(scratch.url);
    });
    afterEach(async () => {
      await running?.stop();
      running = undefined;
      expect(await readdir(folder)).toEqual([]);
    });
    afterAll(async () => {
      await scratch.stop();
      await rm(folder, { recursive: true });
    });

    async function start(terms: Partial<PgBouncerTerms> = {}): Promise<RunningPgBouncer> {
      running = await startPgBouncer({
        ...{ server, log, folder, poolMode: 'transaction', auth: 'scram-sha-256-secret', poolSize: 1 },
        ...terms,
      });
      return running;
    }

    async function connect({ host, port, user, password, database }: Target): Promise<pg.Client> {
      const client = new pg.Client({ host, port, user, password, database });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    }

    const failureOf = (promise: Promise<unknown>): Promise<Error> =>
      promise.then(
        () => new Error('no failure'),
        (error: unknown) => error as Error,
      );

    describe.each(['trust', 'md5', 'scram-sha-256-secret', 'scram-sha-256-plain'] as const)(
      'with %s',
      (auth) => {
        it.each(['session', 'transaction', 'statement'] as const)(
          'in %s mode lets in and serves',
          async (poolMode) => {
            const { target, version, pid, stats } = await start({ auth, poolMode });
            expect(target.port).toBeLessThan(32_768);
            expect(version).toBe(found.version);
            expect((await commandOf(pid))[0]).toBe(found.path);
            const stages = await probe(target, { deadlineMs });
            expect(stages.authentication).toBe(auth.startsWith('scram') ? 'scram-sha-256' : auth);
            // Two logins, that of the start included, with two queries each.
            await expect
              .poll(stats)
              .toMatchObject({ queries: 4, transactions: 4, clientsWaiting: 0, serversIdle: 1 });
            expect((await stats()).bytesSent).toBeGreaterThan(0);
          },
        );

        it('keeps its files to itself', async () => {
          const { pid } = await start({ auth });
          const settings = (await commandOf(pid)).find((word) => word.endsWith('.ini')) ?? '';
          const home = path.dirname(settings);
          expect((await stat(home)).mode & 0o777).toBe(0o700);
          for (const name of await readdir(home)) {
            const { mode, uid } = await stat(path.join(home, name));
            expect(uid).not.toBe(0);
            if (!name.endsWith('.pid')) expect(mode & 0o777).toBe(0o600);
          }
          const [ini, users] = await Promise.all(
            [settings, path.join(home, 'users.txt')].map((file) => readFile(file, 'utf8')),
          );
          const tells = {
            trust: [true, false],
            md5: [true, false],
            'scram-sha-256-secret': [false, false],
            'scram-sha-256-plain': [true, true],
          };
          expect([ini, users].map((text) => text?.includes(server.password ?? ''))).toEqual(tells[auth]);
        });
      },
    );

    it.each(['md5', 'scram-sha-256-secret', 'scram-sha-256-plain'] as const)(
      'with %s refuses a wrong password',
      async (auth) => {
        const { target } = await start({ auth });
        const refusal = probe({ ...target, password: 'wrong' }, { deadlineMs });
        await expect(refusal).rejects.toThrow('authentication failed');
      },
    );

    it('in session mode keeps a setting for its client', async () => {
      const { target } = await start({ poolMode: 'session', poolSize: 2 });
      const [one, other] = [await connect(target), await connect(target)];
      await one.query("set work_mem = '1234kB'");
      expect((await other.query('show work_mem')).rows).not.toEqual([{ work_mem: '1234kB' }]);
      expect((await one.query('show work_mem')).rows).toEqual([{ work_mem: '1234kB' }]);
      await Promise.all([one.end(), other.end()]);
    });

    it('in transaction mode hands a setting of one client to another', async () => {
      const { target } = await start({ poolMode: 'transaction', poolSize: 1 });
      const [one, other] = [await connect(target), await connect(target)];
      await one.query("set work_mem = '1234kB'");
      expect((await other.query('show work_mem')).rows).toEqual([{ work_mem: '1234kB' }]);
      await Promise.all([one.end(), other.end()]);
    });

    it('makes clients wait when all its connections are taken, and counts them', async () => {
      const { target, stats } = await start();
      const clients = await Promise.all([1, 2, 3].map(() => connect(target)));
      const sleeps = clients.map((client) => client.query('select pg_sleep(0.3)'));
      await expect.poll(stats).toMatchObject({ serversActive: 1, clientsActive: 1, clientsWaiting: 2 });
      await Promise.all(sleeps);
      expect((await stats()).waitMs).toBeGreaterThan(300);
      await Promise.all(clients.map((client) => client.end()));
    });

    it('is reached by a user and a password that need quoting, and so is a database', async () => {
      const admin = await connect(server);
      const odd = { user: `o'dd "user" = x`, password: `p' "w\\ #;%include`, database: `d "b" = 'x' ; #` };
      const name = (text: string): string => pg.escapeIdentifier(text);
      await admin.query(
        `create role ${name(odd.user)} superuser login password ${pg.escapeLiteral(odd.password)}`,
      );
      await admin.query(`create database ${name(odd.database)}`);
      for (const auth of ['md5', 'scram-sha-256-secret', 'scram-sha-256-plain'] as const) {
        const { target, stop } = await start({ auth, server: { ...server, ...odd } });
        expect((await probe(target, { deadlineMs })).connectMs).toBeGreaterThan(0);
        await stop();
        running = undefined;
      }
      await admin.query(`drop database ${name(odd.database)} with (force)`);
      await admin.query(`drop role ${name(odd.user)}`);
      await admin.end();
    });

    describe('is not started', () => {
      it('with a wrong password for the server', async () => {
        const wrong = { ...server, password: 'a wrong one' };
        await expect(start({ auth: 'trust', server: wrong })).rejects.toSatisfy(authRefused.is);
      });

      it('before a server that is not there', async () => {
        const nowhere = { ...server, port: await freePort() };
        await expect(start({ auth: 'trust', server: nowhere })).rejects.toSatisfy(unreachable.is);
      });

      it('when it lets nobody through; of the password nothing is told', async () => {
        const admin = await connect(server);
        // Longer than it can keep.
        const password = 'canary'.repeat(1000);
        await admin.query(`create role talkative login password '${password}'`);
        const error = await failureOf(
          start({ auth: 'scram-sha-256-plain', server: { ...server, user: 'talkative', password } }),
        );
        expect(error).toSatisfy(noWayThrough.is);
        expect(error.message).toContain('talkative');
        expect(inspect(error, { depth: null })).not.toContain('canary');
        await admin.query('drop role talkative');
        await admin.end();
      });

      it('with a secret that the user may not read', async () => {
        const admin = await connect(server);
        await admin.query(`create role plain login password 'plain'`);
        const error = await failureOf(start({ server: { ...server, user: 'plain', password: 'plain' } }));
        expect(error).toSatisfy(noSecret.is);
        await admin.query('drop role plain');
        await admin.end();
      });

      it('with settings it does not take; the end of its log is told', async () => {
        const error = await failureOf(start({ poolMode: 'nonsense' as 'session' }));
        expect(error).toSatisfy(startFailed.is);
        expect(error.message).toContain('nonsense');
      });
    });

    if (isAtLeast(found.version, '1.21'))
      it('in transaction mode keeps prepared statements when it is told how many', async () => {
        const { target } = await start({ maxPreparedStatements: 10 });
        const clients = [await connect(target), await connect(target)];
        for (const client of [...clients, ...clients])
          expect((await client.query({ name: 'one', text: 'select 1 as one' })).rows).toEqual([{ one: 1 }]);
        await Promise.all(clients.map((client) => client.end()));
      });
    else
      it('refuses to keep prepared statements, for which it is too old', async () => {
        await expect(start({ maxPreparedStatements: 10 })).rejects.toSatisfy(tooOld.is);
      });

    describe('after a kill', () => {
      it('what is left is ended and removed; what is in use is left alone', async () => {
        const { pid, stats } = await start();
        const home = path.dirname((await commandOf(pid)).find((word) => word.endsWith('.ini')) ?? '');
        expect(await cleanUpAfterKilled(folder)).not.toContain(home);
        expect(await stats()).toBeDefined();

        const gone = spawn('true');
        const owner = { pid: gone.pid, began: 1 };
        await once(gone, 'exit');
        await writeFile(path.join(home, OWNER_FILE), JSON.stringify(owner));
        expect(await cleanUpAfterKilled(folder)).toContain(home);
        expect(await commandOf(pid)).toEqual(['']);
        await expect(stat(home)).rejects.toThrow('ENOENT');
      });

      it('a stranger who has its number by now is not', async () => {
        const home = await mkdtemp(path.join(folder, PREFIX));
        const stranger = spawn('sleep', ['100']);
        await writeFile(path.join(home, 'pgbouncer.pid'), String(stranger.pid));
        await writeFile(path.join(home, OWNER_FILE), JSON.stringify({ pid: stranger.pid, began: 1 }));
        expect(await cleanUpAfterKilled(folder)).toEqual([home]);
        expect(stranger.exitCode ?? stranger.signalCode).toBe(null);
        stranger.kill();
      });
    });
  });
