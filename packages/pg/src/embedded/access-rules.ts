import { readIfPresent, writePrivate } from './files.ts';
import type { RunAs } from './run-as.ts';

/** How a client proves who it is: not at all, or by a password that is never sent. */
export type Auth = 'trust' | 'scram-sha-256';

/**
 * Writes who may connect (`pg_hba.conf`): through the socket, whose directory is closed to others, as `auth` says; by TCP always
 * with a password.
 */
export async function writeAccessRules(file: string, auth: Auth, tcp: boolean, as: RunAs): Promise<void> {
  const lines = [`local all all ${auth}`, `local replication all ${auth}`];
  if (tcp) lines.push('host all all all scram-sha-256', 'host replication all all scram-sha-256');
  await writePrivate(file, `# Written at each start.\n${lines.join('\n')}\n`, as);
}

/** What the running server asks of those who come through the socket. */
export async function readSocketAuth(file: string): Promise<Auth> {
  const rules = (await readIfPresent(file)) ?? '';
  return rules.includes('local all all trust') ? 'trust' : 'scram-sha-256';
}
