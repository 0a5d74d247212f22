import { openDatabase, sql, type Database } from '@madang/pg';
import { startEmbedded, type EmbeddedServer } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { createTestDatabase } from '@madang/testkit';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCertificate } from '../scratch/certificate.ts';
import { probe } from './probe.ts';
import { STAGES, sumOf } from './stages.ts';
import type { ProbeTarget } from './target.ts';

const PASSWORD = 'one "secret" % 마당';
const options = { deadlineMs: 20_000 };
const certificate = createCertificate('localhost');

let dataDir: string;
let server: EmbeddedServer;
let database: Database;
let target: ProbeTarget;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'madang-probe-'));
  server = await startEmbedded({
    dataDir,
    log: createLogger({ level: 'silent' }),
    listen: { host: '127.0.0.1', port: 0 },
    auth: 'scram-sha-256',
    password: PASSWORD,
    settings: { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB' },
  });
  database = openDatabase({ url: server.url, maxConnections: 1 });
  target = {
    host: '127.0.0.1',
    port: Number(new URL(server.tcpUrl ?? '').port),
    user: 'madang',
    password: PASSWORD,
    database: 'madang',
  };
});

afterAll(async () => {
  await database.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a probe of a real server', () => {
  it('is let in by SCRAM, and is what the server sees', async () => {
    const probing = probe(target, { ...options, applicationName: 'seen', sql: 'select pg_sleep(0.3)' });
    const seen = (): Promise<readonly unknown[]> =>
      database.rows(
        'see',
        sql`select pid, host(client_addr) as host from pg_stat_activity where application_name = 'seen' and state = 'active'`,
      );
    await expect.poll(seen).toHaveLength(1);
    const [row] = await seen();
    const result = await probing;
    expect(row).toEqual({ pid: result.backendPid, host: '127.0.0.1' });
    expect(result).toMatchObject({ authentication: 'scram-sha-256', serverVersion: server.version });
    expect(result.stages.firstQuery).toBeGreaterThan(299);
    expect(result.stages.secondQuery).toBeGreaterThan(299);
    expect(Math.abs(sumOf(result.stages) - result.totalMs)).toBeLessThan(0.03 * result.totalMs);
    expect(await seen()).toEqual([]);
  });

  it('has no stage of TLS, and every other', async () => {
    const { stages } = await probe(target, options);
    const absent = STAGES.filter((stage) => stages[stage] === null);
    expect(absent).toEqual(['lookup', 'sslAnswer', 'tls']);
    for (const time of Object.values(stages)) expect(time ?? 1).toBeGreaterThan(0);
  });

  it('is let in through a unix socket by trust', async () => {
    const test = await createTestDatabase();
    const url = new URL(test.url);
    const { authentication, stages } = await probe(
      {
        host: url.searchParams.get('host') ?? '',
        port: Number(url.port === '' ? 5432 : url.port),
        user: url.username,
        database: url.pathname.slice(1),
      },
      options,
    );
    expect(authentication).toBe('trust');
    expect(stages).toMatchObject({ lookup: null, challenge: null, derivation: null });
    await test.drop();
  });

  it.each([
    ['POOLBENCH_PROBE_AUTH_REFUSED', '28P01', { password: 'wrong' }],
    ['POOLBENCH_PROBE_AUTH_REFUSED', '28P01', { user: 'stranger' }],
    ['POOLBENCH_PROBE_REFUSED', '3D000', { database: 'nowhere' }],
  ])('is refused with %s, SQLSTATE %s', async (code, sqlstate, wrong) => {
    await expect(probe({ ...target, ...wrong }, options)).rejects.toMatchObject({
      code,
      details: { sqlstate },
    });
  });

  it('is refused TLS where there is none', async () => {
    await expect(probe({ ...target, tls: { verify: false } }, options)).rejects.toMatchObject({
      code: 'POOLBENCH_PROBE_NO_TLS',
    });
  });

  it('knows a password however it is typed', async () => {
    for (const password of [PASSWORD.normalize('NFD'), PASSWORD.replaceAll(' ', '\u00a0')])
      expect(await probe({ ...target, password }, options)).toMatchObject({
        backendPid: expect.any(Number) as number,
      });
  });
});

describe('a server that lets users in by other ways', () => {
  beforeAll(async () => {
    await database.transaction((tx) =>
      tx.script(
        'make users',
        `create role by_trust login;
         create role by_cleartext login password 'word';
         set local password_encryption = 'md5';
         create role by_md5 login password 'word';`,
      ),
    );
    await allow(['by_trust all trust', 'by_cleartext all password', 'by_md5 all md5']);
  });

  it.each(['trust', 'cleartext', 'md5'] as const)('lets the probe in by %s', async (authentication) => {
    const user = { user: `by_${authentication}`, password: 'word' };
    expect(await probe({ ...target, ...user }, options)).toMatchObject({ authentication });
    if (authentication === 'trust') return;
    await expect(probe({ ...target, ...user, password: 'wrong' }, options)).rejects.toMatchObject({
      code: 'POOLBENCH_PROBE_AUTH_REFUSED',
    });
  });
});

describe('a server with TLS', () => {
  beforeAll(async () => {
    const { directory = '' } = (await database.row<{ directory: string }>('where', DATA_DIRECTORY)) ?? {};
    await write(`${directory}/server.crt`, certificate.cert);
    await write(`${directory}/server.key`, certificate.key);
    await database.execute('switch on', sql`alter system set ssl = on`);
    await reload();
  });

  it('is probed through it, and sees so', async () => {
    const secured = { ...target, host: 'localhost', tls: { verify: true, ca: certificate.cert } };
    const probing = probe(secured, { ...options, applicationName: 'secured', sql: 'select pg_sleep(0.3)' });
    const seen = sql`select s.version from pg_stat_ssl s join pg_stat_activity using (pid) where application_name = 'secured' and ssl`;
    await expect.poll(() => database.rows('see', seen)).toEqual([{ version: 'TLSv1.3' }]);
    const { tlsVersion, authentication, stages } = await probing;
    expect({ tlsVersion, authentication }).toEqual({
      tlsVersion: 'TLSv1.3',
      authentication: 'scram-sha-256',
    });
    expect(STAGES.filter((stage) => stages[stage] === null)).toEqual([]);
  });

  it('is not trusted without its authority', async () => {
    await expect(
      probe({ ...target, host: 'localhost', tls: { verify: true } }, options),
    ).rejects.toMatchObject({
      code: 'POOLBENCH_PROBE_TLS_FAILED',
    });
  });
});

const DATA_DIRECTORY = sql`select current_setting('data_directory') as directory`;

// The server reads its files before it tells its sessions to, and takes no connection in between.
async function reload(): Promise<void> {
  const loaded = (): Promise<unknown> => database.row('loaded', sql`select pg_conf_load_time() as at`);
  const before = await loaded();
  await database.execute('reload', sql`select pg_reload_conf()`);
  await vi.waitFor(async () => expect(await loaded()).not.toEqual(before));
}

// Rules of the form "user address method" by TCP, before the server's own.
async function allow(rules: readonly string[]): Promise<void> {
  const { file = '', text = '' } =
    (await database.row<{ file: string; text: string }>(
      'rules',
      sql`select current_setting('hba_file') as file, pg_read_file(current_setting('hba_file')) as text`,
    )) ?? {};
  await write(file, [...rules.map((rule) => `host all ${rule}`), text].join('\n'));
  await reload();
}

// By the server itself, whose files they must be, whoever runs the tests.
async function write(file: string, text: string): Promise<void> {
  const program = `umask 077; base64 -d > '${file.replaceAll("'", `'\\''`)}'`;
  const base64 = Buffer.from(text).toString('base64');
  await database.transaction((tx) =>
    tx.script('write', `copy (select '${base64}') to program '${program.replaceAll("'", "''")}'`),
  );
}
