import type { Authentication } from '../prober/authenticate.ts';

/** One of the ways into a scratch server: over what, in clear or through TLS, and how it asks who one is. */
export interface Entrance {
  readonly transport: 'tcp' | 'socket';
  readonly tls: boolean;
  readonly authentication: Authentication;
}

const METHODS: Readonly<Record<Authentication, string>> = {
  trust: 'trust',
  cleartext: 'password',
  md5: 'MD5',
  'scram-sha-256': 'SCRAM',
  'scram-sha-256-plus': 'SCRAM-PLUS',
};

/** `TCP, TLS 1.3, SCRAM`; SCRAM-PLUS is the one that is bound to the TLS connection. */
export function entranceName({ transport, tls, authentication }: Entrance): string {
  const parts = [transport === 'tcp' ? 'TCP' : 'Unix socket', tls ? 'TLS 1.3' : '', METHODS[authentication]];
  return parts.filter((part) => part !== '').join(', ');
}

const byTcp = (authentication: Authentication): Entrance => ({
  transport: 'tcp',
  tls: false,
  authentication,
});
const byTls = (authentication: Authentication): Entrance => ({ ...byTcp(authentication), tls: true });
// PostgreSQL speaks no TLS through it.
const bySocket = (authentication: Authentication): Entrance => ({
  ...byTcp(authentication),
  transport: 'socket',
});

/** How applications come in, and the arms of every scenario. */
export const usualEntrance = byTcp('scram-sha-256');

/** What TLS and SCRAM cost. */
export const FEW_ENTRANCES: readonly Entrance[] = [usualEntrance, byTls('scram-sha-256'), byTcp('trust')];

const ASKING: readonly Authentication[] = ['trust', 'cleartext', 'md5', 'scram-sha-256'];

/** Every transport with every method. */
export const ALL_ENTRANCES: readonly Entrance[] = [
  ...ASKING.map(byTcp),
  ...ASKING.map(byTls),
  byTls('scram-sha-256-plus'),
  ...ASKING.map(bySocket),
];
