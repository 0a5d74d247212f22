import { describe, expect, it } from 'vitest';
import type { Target } from '../../adapter/target.ts';
import { settingsText, usersText, type Configuration } from './configuration.ts';
import { filesIn } from './workplace.ts';

const server: Target = { host: 'db.example', port: 5433, user: 'anna', password: "it's", database: 'shop' };

const configuration: Configuration = {
  ...{ server, poolMode: 'transaction', auth: 'trust', poolSize: 7, maxClientConnections: 100 },
  ...{ port: 20_001, files: filesIn('/run/bouncer'), watcher: { user: 'watcher', password: 'w' } },
};
const textFor = (changes: Partial<Configuration>): string => settingsText({ ...configuration, ...changes });
const tls = (settings: Target['tls']): string => textFor({ server: { ...server, tls: settings } });

describe('the settings', () => {
  it('name the server, the pool and the files', () => {
    expect(textFor({})).toBe(`[databases]
* = host='db.example' port='5433' dbname='shop' user='anna' password='it''s'

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = 20001
unix_socket_dir = 
pidfile = /run/bouncer/pgbouncer.pid
log_connections = 0
log_disconnections = 0
auth_type = trust
auth_file = /run/bouncer/users.txt
stats_users = watcher
pool_mode = transaction
default_pool_size = 7
max_client_conn = 101
server_tls_sslmode = disable
`);
  });

  it('hold no password where the secret will do', () => {
    const text = textFor({ auth: 'scram-sha-256-secret' });
    expect(text).toContain("* = host='db.example' port='5433' dbname='shop'\n");
    expect(text).toContain('auth_type = scram-sha-256\n');
  });

  it('tell how many prepared statements to keep, when that is given', () => {
    expect(textFor({ maxPreparedStatements: 0 })).toContain('max_prepared_statements = 0\n');
  });

  it('ask the server for TLS as the target does', () => {
    expect(tls({ verify: false })).toContain('server_tls_sslmode = require\n');
    expect(tls({ verify: true })).not.toContain('server_tls_ca_file');
    expect(tls({ verify: true, ca: 'PEM' })).toContain(
      'server_tls_sslmode = verify-full\nserver_tls_ca_file = /run/bouncer/authority.pem\n',
    );
  });

  it.each(['\n', '\r', '\0'])('take no text with %j in it', (mark) => {
    const odd = { ...server, password: `a${mark}stats_users = anna` };
    expect(() => textFor({ server: odd })).toThrow('has a line break or a NUL in it');
  });
});

describe('the users', () => {
  const SECRET = 'SCRAM-SHA-256$4096:salt$stored:server';

  it.each([
    ['trust', '""'],
    // select 'md5' || md5('it''s' || 'anna')
    ['md5', '"md5008b9e6780685ae3b169e8301fc27b00"'],
    ['scram-sha-256-secret', `"${SECRET}"`],
    ['scram-sha-256-plain', `"it's"`],
  ] as const)('with %s have what that needs', (auth, kept) => {
    expect(usersText({ ...configuration, auth }, SECRET)).toBe(`"watcher" "w"\n"anna" ${kept}\n`);
  });

  it('are quoted', () => {
    const odd = { ...server, user: 'the "boss"', password: 'a"b' };
    const text = usersText({ ...configuration, server: odd, auth: 'scram-sha-256-plain' }, undefined);
    expect(text).toContain('"the ""boss""" "a""b"\n');
  });
});
