import type { Auth } from './access-rules.ts';
import { USER } from './cluster.ts';
import type { PidFile } from './pid-file.ts';

const DATABASE = 'madang';
const EVERYWHERE = ['*', '0.0.0.0', '::'];

/** The addresses of a running server: through the socket, with the password if it asks for one, and by TCP if it listens. */
export function addressesOf(file: PidFile, auth: Auth, password: string): { url: string; tcpUrl?: string } {
  const url = socketUrl(file, auth === 'trust' ? undefined : password);
  return file.listenAddress === '' ? { url } : { url, tcpUrl: tcpUrl(file, password) };
}

/** The address through the unix socket. PostgreSQL's own programs, such as psql, take it too. */
export function socketUrl(file: PidFile, password: string | undefined, database = DATABASE): string {
  // Said here, so that a PGSSLMODE in the environment does not ask for what a socket cannot give.
  const query = new URLSearchParams({ host: file.socketDirectory, sslmode: 'disable' });
  return `postgres://${credentials(password)}@localhost:${file.port}/${database}?${query.toString().replaceAll('+', '%20')}`;
}

// A server that listens everywhere is reached on this machine by its loopback address.
function tcpUrl({ listenAddress, port }: PidFile, password: string): string {
  const host = EVERYWHERE.includes(listenAddress) ? '127.0.0.1' : listenAddress;
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return `postgres://${credentials(password)}@${bracketed}:${port}/${DATABASE}?sslmode=disable`;
}

function credentials(password: string | undefined): string {
  return password === undefined ? USER : `${USER}:${encodeURIComponent(password)}`;
}
