import { defineError } from '@madang/errors';
import type { Stage } from './stages.ts';

/** Facts of a probe that failed. Never the password, also where the server's own words hold it. */
export interface ProbeFailure {
  /** `127.0.0.1:5432`, or the path of the socket. */
  readonly where: string;
  /** The stage that was under way. */
  readonly stage: Stage;
  readonly reason: string;
  /** When the server itself refused. */
  readonly sqlstate?: string;
  /** `ECONNREFUSED`, `EADDRNOTAVAIL`, …: when a socket failed. */
  readonly socketCode?: string;
}

/** Nobody answers at the address, or the name has none, or (`EADDRNOTAVAIL`) this machine has run out of ports. */
export const unreachable = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_UNREACHABLE',
  status: 503,
  retry: 'later',
  message: ({ where, reason }) =>
    `No connection to ${where}: ${reason}. Check that PostgreSQL runs and listens there.`,
});

/** The server closed or reset the connection. */
export const connectionLost = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_CONNECTION_LOST',
  status: 503,
  retry: 'later',
  message: ({ where, stage, reason }) =>
    `The connection to ${where} broke in the stage ${stage}: ${reason}. The server's log may say why.`,
});

export const deadlinePassed = defineError<ProbeFailure & { readonly deadlineMs: number }>({
  code: 'POOLBENCH_PROBE_DEADLINE',
  status: 504,
  retry: 'later',
  message: ({ where, stage, deadlineMs }) =>
    `${where} had not finished the stage ${stage} when the ${deadlineMs} ms of the probe were over. Allow more time, or see what the server waits for.`,
});

/** User, password or client address is refused. */
export const authRefused = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_AUTH_REFUSED',
  status: 503,
  retry: 'never',
  message: ({ where, reason }) => `${where} refuses to let us in: ${reason}. Check user and password.`,
});

export const authUnknown = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_AUTH_UNKNOWN',
  status: 501,
  retry: 'never',
  message: ({ where, reason }) =>
    `${where} asks for ${reason}, which the probe does not know. It knows trust, password, md5 and scram-sha-256: give the user one of these in pg_hba.conf.`,
});

/** A server that takes the password but cannot prove that it knows it. */
export const serverUnproven = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_SERVER_UNPROVEN',
  status: 502,
  retry: 'never',
  message: ({ where, reason }) =>
    `${where} did not prove that it knows the password: ${reason}. Somebody may be in between; check the address.`,
});

/** TLS is wanted, and the server offers none. */
export const noTls = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_NO_TLS',
  status: 503,
  retry: 'never',
  message: ({ where }) => `${where} offers no TLS. Set ssl = on there, or probe without TLS.`,
});

/** The handshake failed, or the certificate is not to be trusted. */
export const tlsFailed = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_TLS_FAILED',
  status: 503,
  retry: 'never',
  message: ({ where, reason }) =>
    `The TLS handshake with ${where} failed: ${reason}. Check host name and certificate, or name its authority.`,
});

/** No connection free, starting, stopping, out of a resource. */
export const busy = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_BUSY',
  status: 503,
  retry: 'later',
  message: ({ where, reason }) => `${where} cannot serve us now: ${reason}. Try again later.`,
});

/** Any other refusal: no such database, a query that is wrong. */
export const refused = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_REFUSED',
  status: 503,
  retry: 'never',
  message: ({ where, stage, reason }) =>
    `${where} refused in the stage ${stage}: ${reason}. Check the name of the database and the query.`,
});

/** Bytes that are not PostgreSQL's protocol. */
export const notPostgres = defineError<ProbeFailure>({
  code: 'POOLBENCH_PROBE_NOT_POSTGRES',
  status: 502,
  retry: 'never',
  message: ({ where, stage, reason }) =>
    `${where} does not speak PostgreSQL's protocol in the stage ${stage}: ${reason}. Check host and port.`,
});

/** A fault of the probe itself. */
export const stagesDisagree = defineError<{
  readonly where: string;
  readonly sumMs: number;
  readonly totalMs: number;
}>({
  code: 'POOLBENCH_PROBE_STAGES_DISAGREE',
  status: 500,
  retry: 'later',
  message: ({ where, sumMs, totalMs }) =>
    `The stages of the probe of ${where} sum to ${sumMs} ms, but it took ${totalMs} ms: its clocks are not to be trusted. Probe again.`,
});

export const badTarget = defineError<{ readonly field: string; readonly reason: string }>({
  code: 'POOLBENCH_PROBE_BAD_TARGET',
  status: 400,
  retry: 'never',
  message: ({ field, reason }) => `The ${field} of the probe's target ${reason}. Correct it.`,
});
