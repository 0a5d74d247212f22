import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ownServer, targetOf } from './own-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'dsn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// Nobody's home has a password file here.
const NOTHING = { PGPASSFILE: join(folder, 'none') };

describe('ownServer', () => {
  it('reads every part of an address, with its special characters', () => {
    const { target, scratch, pid } = ownServer('postgres://m%40e:p%3Aw%2F@db.example:6432/sh%20op', NOTHING);
    expect(target).toEqual({
      host: 'db.example',
      port: 6432,
      user: 'm@e',
      password: 'p:w/',
      database: 'sh op',
    });
    expect([scratch, pid]).toEqual([false, null]);
  });

  it('takes an IPv6 address and a directory with a socket', () => {
    expect(ownServer('postgres://u:p@[::1]:5433/d', NOTHING).target).toMatchObject({
      host: '::1',
      port: 5433,
    });
    expect(ownServer('postgres://u@localhost/d?host=/run/postgresql', NOTHING).target.host).toBe(
      '/run/postgresql',
    );
  });

  it('fills what the address leaves open from libpq’s variables, and never what it names', () => {
    const environment = {
      ...NOTHING,
      PGHOST: 'other',
      PGPORT: '7000',
      PGUSER: 'me',
      PGPASSWORD: 'secret',
      PGDATABASE: 'mine',
      PGSSLMODE: 'require',
    };
    expect(ownServer('postgres://', environment).target).toEqual({
      host: 'other',
      port: 7000,
      user: 'me',
      password: 'secret',
      database: 'mine',
      tls: { verify: false },
    });
    expect(ownServer('postgres://u:p@h:1/d?sslmode=disable', environment).target).toEqual({
      host: 'h',
      port: 1,
      user: 'u',
      password: 'p',
      database: 'd',
    });
    expect(ownServer('postgres://localhost', NOTHING).target).toMatchObject({
      user: userInfo().username,
      database: userInfo().username,
      port: 5432,
    });
  });

  it('finds the password in the password file, with its wildcards and escapes', () => {
    const file = join(folder, 'pgpass');
    writeFileSync(file, '# a comment\nother:5432:*:u:wrong\nh:*:d:u:with\\:colon\\\\\n*:*:*:*:last\n');
    expect(ownServer('postgres://u@h/d', { PGPASSFILE: file }).target.password).toBe('with:colon\\');
    expect(ownServer('postgres://x@h/d', { PGPASSFILE: file }).target.password).toBe('last');
    expect(ownServer('postgres://u:own@h/d', { PGPASSFILE: file }).target.password).toBe('own');
  });

  it('asks for a certificate that is valid where the address does', () => {
    const authority = join(folder, 'ca.pem');
    writeFileSync(authority, 'the authority');
    const address = `postgres://u@h/d?sslmode=verify-full&sslrootcert=${authority}`;
    expect(ownServer(address, NOTHING).target.tls).toEqual({ verify: true, ca: 'the authority' });
  });

  it('gives an address that says the same, for the one who watches', () => {
    const { url, target } = ownServer(
      'postgres://m%40e:p%3Aw%2F@[::1]:6432/sh%20op?sslmode=require',
      NOTHING,
    );
    expect(url).toContain('sslmode=no-verify');
    expect(targetOf(url.replace('?sslmode=no-verify', ''))).toEqual({ ...target, tls: undefined });
  });

  it.each([
    ['somewhere', 'it is no address'],
    ['mysql://u:canary@h/d', 'mysql:'],
    ['postgres://u:canary%zz@h/d', 'hexadecimal'],
    ['postgres://u:canary@h/d?sslmode=maybe', 'sslmode is maybe'],
    ['postgres://u:canary@h/d?pooling=yes', 'pooling'],
    ['postgres://u:canary@h/d?sslmode=require&sslrootcert=/nowhere', 'sslrootcert'],
  ])('refuses %s, and tells neither address nor password', (dsn, reason) => {
    expect(() => ownServer(dsn, NOTHING)).toThrow(reason);
    expect(() => ownServer(dsn, NOTHING)).toThrow(/^((?!canary).)*$/s);
  });
});
