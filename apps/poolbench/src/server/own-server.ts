import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Target } from '../adapter/target.ts';
import { badDsn } from './errors.ts';
import { filled, libpqValues, passwordFromFile } from './libpq-variables.ts';
import type { MeasuredServer } from './measured-server.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const TLS_OF: ReadonlyMap<string, Target['tls']> = new Map([
  ['disable', undefined],
  ['allow', undefined],
  ['prefer', undefined],
  ['require', { verify: false }],
  ['verify-ca', { verify: true }],
  ['verify-full', { verify: true }],
]);

/**
 * A server that is not ours, by its address: `postgres://user:password@host:port/database?sslmode=require&sslrootcert=FILE`, or
 * with a directory in `?host=` its unix socket. What the address leaves open comes from libpq's variables and password file.
 * Throws POOLBENCH_BAD_DSN.
 */
export function ownServer(dsn: string, environment: Environment): MeasuredServer {
  const address = parse(dsn);
  const open = libpqValues(environment);
  const host = address.searchParams.get('host') ?? filled(bare(address.hostname)) ?? open.host ?? 'localhost';
  const port = Number(filled(address.port) ?? open.port ?? 5432);
  const user = filled(decoded(address.username)) ?? open.user ?? userInfo().username;
  const database = filled(decoded(address.pathname.slice(1))) ?? open.database ?? user;
  const password =
    filled(decoded(address.password)) ??
    open.password ??
    passwordFromFile(environment, { host, port, database, user });
  const tls = tlsOf(address, open.sslmode);
  const target: Target = { host, port, user, database, ...(password && { password }), ...(tls && { tls }) };
  const authority = address.searchParams.get('sslrootcert');
  return { target, url: urlOf(target, authority), scratch: false, pid: null };
}

function parse(dsn: string): URL {
  if (!URL.canParse(dsn)) throw badDsn({ reason: 'it is no address' });
  const address = new URL(dsn);
  if (!['postgres:', 'postgresql:'].includes(address.protocol))
    throw badDsn({ reason: `it begins with ${address.protocol}` });
  for (const name of address.searchParams.keys())
    if (!['host', 'sslmode', 'sslrootcert'].includes(name))
      throw badDsn({ reason: `its parameter ${name} is none of host, sslmode, sslrootcert` });
  return address;
}

// An IPv6 address stands in brackets only within a URL.
function bare(hostname: string): string {
  return decoded(hostname.replace(/^\[(.*)\]$/, '$1'));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badDsn({ reason: 'a % in it is not followed by two hexadecimal digits' });
  }
}

function tlsOf({ searchParams }: URL, fromVariable: string | undefined): Target['tls'] {
  const mode = searchParams.get('sslmode') ?? fromVariable ?? 'disable';
  if (!TLS_OF.has(mode))
    throw badDsn({ reason: `its sslmode is ${mode}, none of ${[...TLS_OF.keys()].join(', ')}` });
  const tls = TLS_OF.get(mode);
  const authority = searchParams.get('sslrootcert');
  return tls === undefined || authority === null ? tls : { ...tls, ca: readAuthority(authority) };
}

function readAuthority(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw badDsn({ reason: 'the file of its sslrootcert cannot be read' }, error);
  }
}

/** The target as one address, with its password. */
function urlOf({ host, port, user, password = '', database, tls }: Target, authority: string | null): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const inPath = host.startsWith('/');
  const place = inPath ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const parameters = new URLSearchParams({
    ...(inPath && { host }),
    ...(tls && { sslmode: tls.verify ? 'verify-full' : 'no-verify' }),
    ...(tls && authority !== null && { sslrootcert: authority }),
  });
  const query = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  return `postgres://${login}@${place}:${port}/${encodeURIComponent(database)}${query}`;
}

/** What an address with its password says of where to measure. */
export function targetOf(url: string): Target {
  return ownServer(url, {}).target;
}
