import { createHash } from 'node:crypto';
import type { Target } from '../../adapter/target.ts';
import { badText } from './errors.ts';

/** How long a client keeps a server's connection: until it leaves, until its transaction ends, until its statement ends. */
export type PoolMode = 'session' | 'transaction' | 'statement';

/**
 * How clients log in to PgBouncer, and what it knows of their passwords. `scram-sha-256-secret`: the same secret as the server keeps, which
 * serves to log in there, too; with the others it has the password itself for that. `scram-sha-256-plain`: the password, from which it
 * derives a secret for each login.
 */
export type PgBouncerAuth = 'trust' | 'md5' | 'scram-sha-256-secret' | 'scram-sha-256-plain';

export interface Configuration {
  readonly server: Target;
  readonly poolMode: PoolMode;
  readonly auth: PgBouncerAuth;
  /** Connections to the server, at most. */
  readonly poolSize: number;
  /** Clients at once, at most. */
  readonly maxClientConnections: number;
  /** Left to PgBouncer unless given. */
  readonly maxPreparedStatements?: number | undefined;
  readonly port: number;
  /** Absolute. */
  readonly files: Files;
  /** May look at its figures. */
  readonly watcher: Watcher;
}

export interface Files {
  readonly settings: string;
  readonly users: string;
  readonly log: string;
  readonly pid: string;
  /** Of the authority that the server's certificate is to come from. */
  readonly authority: string;
}

export interface Watcher {
  readonly user: string;
  readonly password: string;
}

/** `pgbouncer.ini`: https://www.pgbouncer.org/config.html */
export function settingsText(configuration: Configuration): string {
  const { poolMode, poolSize, maxClientConnections, maxPreparedStatements } = configuration;
  const { files, port, watcher, server, auth } = configuration;
  const settings: Record<string, string | number | undefined> = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    pidfile: files.pid,
    // A line for each connection would be a cost of ours.
    log_connections: 0,
    log_disconnections: 0,
    auth_type: auth.startsWith('scram-sha-256') ? 'scram-sha-256' : auth,
    auth_file: files.users,
    stats_users: watcher.user,
    pool_mode: poolMode,
    default_pool_size: poolSize,
    // The watcher is one of the clients.
    max_client_conn: maxClientConnections + 1,
    max_prepared_statements: maxPreparedStatements,
    ...serverTls(server, files),
  };
  const lines = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} = ${value}`],
  );
  return ['[databases]', databaseLine(configuration), '', '[pgbouncer]', ...lines, ''].join('\n');
}

function databaseLine({ server, auth }: Configuration): string {
  const { host, port, user, password, database } = server;
  // With the user's secret PgBouncer logs in as the user; with all else it has to be told as whom.
  const login = auth === 'scram-sha-256-secret' ? {} : { user, ...(password !== undefined && { password }) };
  const words = Object.entries({ host, port, dbname: database, ...login }).map(
    ([name, value]) => `${name}=${quoted(name, String(value), "'")}`,
  );
  // Stands for every name a client may ask for: not every version takes every name here.
  return `* = ${words.join(' ')}`;
}

function serverTls({ tls }: Target, { authority }: Files): Record<string, string> {
  if (tls === undefined) return { server_tls_sslmode: 'disable' };
  if (!tls.verify) return { server_tls_sslmode: 'require' };
  return {
    server_tls_sslmode: 'verify-full',
    ...(tls.ca !== undefined && { server_tls_ca_file: authority }),
  };
}

/**
 * The users' file.
 *
 * @param secret the server's, for `scram-sha-256-secret`
 */
export function usersText({ server, auth, watcher }: Configuration, secret: string | undefined): string {
  const { user, password = '' } = server;
  const kept = {
    trust: '',
    md5: md5Secret(user, password),
    'scram-sha-256-secret': secret ?? '',
    'scram-sha-256-plain': password,
  };
  const entries = [
    [watcher.user, watcher.password],
    [user, kept[auth]],
  ] as const;
  return entries
    .map((entry) => `${entry.map((text) => quoted('user or password', text, '"')).join(' ')}\n`)
    .join('');
}

/** As PostgreSQL keeps it: https://www.postgresql.org/docs/current/auth-password.html */
function md5Secret(user: string, password: string): string {
  return `md5${createHash('md5').update(`${password}${user}`).digest('hex')}`;
}

// Both files are read line by line, so that no quotes hold a line break.
function quoted(field: string, text: string, mark: string): string {
  if (/[\0\r\n]/.test(text)) throw badText({ field, reason: 'has a line break or a NUL in it' });
  return `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
}
