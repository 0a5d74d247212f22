/**
 * The stages of a connection's life, in order:
 * - `lookup`: host name → addresses;
 * - `tcp`: → connected, be it by TCP or through a Unix socket. The kernel accepts before PostgreSQL forks, so this says nothing about the server;
 * - `sslAnswer`: SSLRequest → its one-byte answer, with the fork of the back-end in it;
 * - `tls`: handshake;
 * - `startup`: start-up packet → first authentication request, with the fork when there was no `sslAnswer`;
 * - `challenge`: SCRAM's first message → the server's salt and iteration count;
 * - `derivation`: the client's keys from the password, nothing but our own processor time;
 * - `backend`: proof sent → ReadyForQuery. The server checks the proof, initialises the back-end and sends all of that at once, so
 *   no client can split it. Where no proof is asked for, even AuthenticationOk comes with it, and `startup` holds the cost of both;
 * - `firstQuery`: on cold catalogue caches; `secondQuery`: the same again, on warm ones;
 * - `close`: Terminate → the server has closed, which a program that does not wait for it does not pay.
 */
export const STAGES = [
  'lookup',
  'tcp',
  'sslAnswer',
  'tls',
  'startup',
  'challenge',
  'derivation',
  'backend',
  'firstQuery',
  'secondQuery',
  'close',
] as const;

export type Stage = (typeof STAGES)[number];

/** Milliseconds by stage; null for one that did not take place, such as `tls` on a plain connection. */
export type StageTimes = Readonly<Record<Stage, number | null>>;

const BEFORE_READY: readonly Stage[] = STAGES.slice(0, STAGES.indexOf('firstQuery'));

/** Milliseconds from the beginning until the connection can be used: what a driver calls connecting. */
export function connectTime(times: StageTimes): number {
  return sumOf(times, BEFORE_READY);
}

/** Milliseconds of all stages together. */
export function sumOf(times: StageTimes, stages: readonly Stage[] = STAGES): number {
  return stages.reduce((sum, stage) => sum + (times[stage] ?? 0), 0);
}
