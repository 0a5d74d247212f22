import path from 'node:path';
import { badTarget } from './errors.ts';

/** A server, and as whom to use it. */
export interface ProbeTarget {
  /** Name or address; a directory (`/run/postgresql`) means the unix socket in it. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** May be left out where the server asks for none. */
  readonly password?: string | undefined;
  readonly database: string;
  /** Asks for TLS, and fails without; no TLS unless given. */
  readonly tls?: ProbeTls | undefined;
}

export interface ProbeTls {
  /** Whether the certificate must be valid for the host (libpq's `verify-full`), or may be any (`require`). */
  readonly verify: boolean;
  /** The authority to trust, as PEM; those of Node unless given. */
  readonly ca?: string | undefined;
  /** Binds SCRAM to the server's certificate, and fails where the server offers SCRAM without that; not bound unless told. */
  readonly channelBinding?: boolean | undefined;
}

/** Throws POOLBENCH_PROBE_BAD_TARGET for what no packet can carry. The password itself is never told. */
export function checkTarget({ host, port, user, password = '', database }: ProbeTarget): void {
  const texts = { host, user, password, database };
  for (const [field, text] of Object.entries(texts))
    if (text.includes('\0')) throw badTarget({ field, reason: 'has a NUL character' });
  for (const [field, text] of Object.entries({ host, user, database }))
    if (text === '') throw badTarget({ field, reason: 'is empty' });
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw badTarget({ field: 'port', reason: `is ${port}, not a whole number from 1 to 65535` });
}

/** Path of the unix socket, when the host is a directory. */
export function socketPath({ host, port }: ProbeTarget): string | undefined {
  return host.startsWith('/') ? path.join(host, `.s.PGSQL.${port}`) : undefined;
}

/** The address as people read it. */
export function placeOf(target: ProbeTarget): string {
  const { host, port } = target;
  return socketPath(target) ?? (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
}
