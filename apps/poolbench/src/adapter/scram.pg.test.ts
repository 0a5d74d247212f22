import { openDatabase, sql, type Database } from '@madang/pg';
import { startEmbedded, type EmbeddedServer } from '@madang/pg/embedded';
import { createLogger } from '@madang/telemetry';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCertificate } from '../scratch/certificate.ts';
import { createAdapter } from './create-adapter.ts';
import { classify } from './error-class.ts';
import type { Arm, PoolAdapter } from './pool-adapter.ts';
import type { Target } from './target.ts';
import { allArms, never, observe, operation, run, targetOf } from '../../test/observer.ts';

const CANARY = 'canary of a password';
const certificate = createCertificate('localhost');
const one = operation('select 1 as one');

let dataDir: string;
let server: EmbeddedServer;
let database: Database;
let target: Target;
let adapter: PoolAdapter | undefined;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'madang-adapter-'));
  server = await startEmbedded({
    dataDir,
    log: createLogger({ level: 'silent' }),
    listen: { host: '127.0.0.1', port: 0 },
    auth: 'scram-sha-256',
    password: CANARY,
    preload: ['pg_stat_statements'],
    settings: { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB' },
  });
  database = openDatabase({ url: server.url, maxConnections: 1 });
  target = targetOf(server.tcpUrl ?? '');
  await database.execute('extend', sql`create extension pg_stat_statements`);
});
afterEach(async () => {
  await adapter?.close();
});
afterAll(async () => {
  await database.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(arm: Arm, at = target): Promise<PoolAdapter> {
  adapter = createAdapter(arm, at);
  await adapter.open();
  return adapter;
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
const told = (error: unknown): string => inspect(error, { depth: null, showHidden: true }) + String(error);

describe.each(allArms(3))('$id', (arm) => {
  it('sends one statement, and that as often as it was asked to', async () => {
    await database.execute('reset', sql`select pg_stat_statements_reset()`);
    const adapter = await open(arm);
    const asked = operation('select $1::int as number', 41);
    await Promise.all(Array.from({ length: 25 }, () => run(adapter, asked)));
    const rows = await database.rows(
      'calls',
      sql`select query, calls, rows from pg_stat_statements where query not like '%pg_stat_statements%'`,
    );
    expect(rows).toEqual([{ query: asked.text, calls: 25, rows: 25 }]);
  });

  it('is refused with a wrong password, and tells it nobody', async () => {
    const adapter = await open(arm, { ...target, password: `wrong ${CANARY}` });
    const error = await failureOf(run(adapter, one));
    expect(classify(error)).toBe('authentication');
    expect(told(error)).not.toContain(CANARY);
  });

  it('tells nobody its password, whatever fails', async () => {
    const adapter = await open(arm);
    const observer = await observe(target);
    const held = await adapter.acquire(never());
    const statement = await failureOf(adapter.query(held, operation('select 1 / $1::int', 0)));
    const underWay = failureOf(adapter.query(held, operation('select pg_sleep(60)')));
    await expect.poll(() => observer.backends(arm.id)).toHaveLength(1);
    await observer.terminate(arm.id);
    const lost = await underWay;
    const after = await failureOf(adapter.query(held, one));
    await adapter.close();
    const closed = await failureOf(adapter.acquire(never()));
    await observer.close();
    const errors = [statement, lost, after, closed];
    for (const error of errors) expect(told(error)).not.toContain(CANARY);
    expect([statement, lost, closed].map(classify)).toEqual(['statement', 'reset', 'cancelled']);
  });
});

const tlsArms = allArms(2).filter(({ prepared }) => prepared);

describe.each(tlsArms)('$id to a server without TLS', (arm) => {
  it('is refused it', async () => {
    const adapter = await open(arm, { ...target, tls: { verify: false } });
    expect(String(await failureOf(run(adapter, one)))).toMatch(/TLS|SSL/);
    expect(adapter.stats()).toMatchObject({ opened: 0, pending: 0 });
  });
});

describe('with TLS on the server', () => {
  beforeAll(async () => {
    const files = { 'server.crt': certificate.cert, 'server.key': certificate.key };
    for (const [name, text] of Object.entries(files)) await writeToServer(name, text);
    await database.execute('switch on', sql`alter system set ssl = on`);
    await database.execute('reload', sql`select pg_reload_conf()`);
    const ssl = (): Promise<unknown> => database.row('ssl', sql`select current_setting('ssl') as ssl`);
    await vi.waitFor(async () => expect(await ssl()).toEqual({ ssl: 'on' }));
  });

  it.each(tlsArms)('$id is secured, when the certificate is to be trusted', async (arm) => {
    const tls = { verify: true, ca: certificate.cert };
    const adapter = await open(arm, { ...target, host: 'localhost', tls });
    const secured = operation('select from pg_stat_ssl where ssl and pid = pg_backend_pid()');
    expect(await Promise.all([run(adapter, secured), run(adapter, secured)])).toEqual([1, 1]);
    await adapter.close();
    expect(adapter.stats()).toMatchObject({ opened: 2, closed: 2 });
  });

  it.each(tlsArms)('$id is not used, when it is not', async (arm) => {
    const adapter = await open(arm, { ...target, host: 'localhost', tls: { verify: true } });
    expect(String(await failureOf(run(adapter, one)))).toContain('self-signed certificate');
    expect(adapter.stats()).toMatchObject({ opened: 0, pending: 0 });
  });
});

// Written by the server, whose files are its user's own.
async function writeToServer(name: string, text: string): Promise<void> {
  const base64 = Buffer.from(text).toString('base64');
  await database.transaction((tx) =>
    tx.script('write', `copy (select '${base64}') to program 'umask 077; base64 -d > ${name}'`),
  );
}
