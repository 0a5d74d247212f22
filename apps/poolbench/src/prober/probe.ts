import { once } from 'node:events';
import net, { type LookupFunction } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { endPointOf } from './channel-binding.ts';
import { ask, logIn, sayGoodbye, type Login } from './conversation.ts';
import { askForTls, certificateOf, dial, secure } from './dial.ts';
import { deadlinePassed, stagesDisagree } from './errors.ts';
import { failureOf } from './fault.ts';
import { connectTime, sumOf, type Stage } from './stages.ts';
import { startStopwatch, type Stopwatch, type Timing } from './stopwatch.ts';
import { checkTarget, placeOf, socketPath, type ProbeTarget } from './target.ts';
import { limitTime } from './time-limit.ts';
import { openWire } from './wire.ts';

export interface ProbeOptions {
  /** Ends the probe; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that all stages together may take. */
  readonly deadlineMs: number;
  /** Asked twice, by the simple protocol: `select 1` unless given. */
  readonly sql?: string;
  /** By which the server knows the probe; `poolbench probe` unless given. */
  readonly applicationName?: string;
  /** Resolves the host's name; the system's way unless given. */
  readonly lookup?: LookupFunction;
}

/** The life of one connection, by the client's monotonic clock. */
export interface ConnectStages extends Login, Timing {
  /** Milliseconds until the connection could be used. */
  readonly connectMs: number;
  /** `TLSv1.3`; null on a plain connection. */
  readonly tlsVersion: string | null;
}

/**
 * Opens one connection with sockets of its own, asks a query twice, closes, and tells how long each stage took: what no driver tells.
 *
 * ```ts
 * const { stages, authentication } = await probe({ host, port, user, password, database }, { deadlineMs: 5000 });
 * console.log(authentication, stages.derivation, stages.backend);   // scram-sha-256 0.9 3.1
 * ```
 *
 * Rejects with a POOLBENCH_PROBE error, none of which tells the password. Key derivation blocks the process, so that it is measured
 * alone: for a millisecond with PostgreSQL's default, for half a second at worst, which a deadline cannot cut short.
 */
export async function probe(target: ProbeTarget, options: ProbeOptions): Promise<ConnectStages> {
  checkTarget(target);
  const { signal, deadlineMs } = options;
  signal?.throwIfAborted();
  const where = placeOf(target);
  const limit = limitTime(deadlineMs, signal);
  const stopwatch = startStopwatch(firstStageOf(target), () => performance.now());
  try {
    return await live(target, options, stopwatch, limit.signal);
  } catch (error) {
    signal?.throwIfAborted();
    const { stage } = stopwatch;
    if (limit.isUp) throw deadlinePassed({ where, stage, reason: 'time is up', deadlineMs });
    throw failureOf(error, { where, stage, password: target.password });
  } finally {
    limit.release();
  }
}

function firstStageOf(target: ProbeTarget): Stage {
  return socketPath(target) === undefined && net.isIP(target.host) === 0 ? 'lookup' : 'tcp';
}

async function live(
  target: ProbeTarget,
  { sql = 'select 1', applicationName = 'poolbench probe', lookup }: ProbeOptions,
  { enter, stop }: Stopwatch,
  signal: AbortSignal,
): Promise<ConnectStages> {
  const socket = dial(target, { signal, lookup, onLookup: () => enter('tcp') });
  let secured: TLSSocket | undefined;
  try {
    await once(socket, 'connect');
    if (target.tls !== undefined) {
      enter('sslAnswer');
      await askForTls(socket);
      enter('tls');
      secured = await secure(socket, target.host, target.tls, signal);
    }
    const tlsVersion = secured?.getProtocol() ?? null;
    const endPoint =
      secured !== undefined && target.tls?.channelBinding === true
        ? endPointOf(certificateOf(secured))
        : undefined;
    enter('startup');
    const wire = openWire(secured ?? socket);
    const login = await logIn(wire, { ...target, applicationName, endPoint }, enter);
    enter('firstQuery');
    await ask(wire, sql);
    enter('secondQuery');
    await ask(wire, sql);
    enter('close');
    await sayGoodbye(wire);
    const timing = checkSum(stop(), placeOf(target));
    return { ...login, ...timing, connectMs: connectTime(timing.stages), tlsVersion };
  } finally {
    secured?.destroy();
    socket.destroy();
  }
}

const GREATEST_DIFFERENCE = 0.03;

/** The timing itself; throws POOLBENCH_PROBE_STAGES_DISAGREE unless the stages sum to the total within 3 %. */
export function checkSum(timing: Timing, where: string): Timing {
  const { stages, totalMs } = timing;
  const sumMs = sumOf(stages);
  if (Math.abs(totalMs - sumMs) <= GREATEST_DIFFERENCE * totalMs) return timing;
  throw stagesDisagree({ where, sumMs, totalMs });
}
