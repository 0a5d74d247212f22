import { once } from 'node:events';
import net from 'node:net';
import { addAbortSignal } from 'node:stream';
import tls from 'node:tls';
import { SSL_REQUEST } from './client-messages.ts';
import { notPostgres, noTls, tlsFailed } from './errors.ts';
import { Fault } from './fault.ts';
import { socketPath, type ProbeTarget, type ProbeTls } from './target.ts';
import { openWire } from './wire.ts';

/** What the making of a connection is told and tells. */
export interface DialOptions {
  /** Destroys the connection, whatever it is doing. */
  readonly signal: AbortSignal;
  /** Resolves the host's name; the system's way unless given. */
  readonly lookup?: net.LookupFunction | undefined;
  /** Called when the name has been resolved; not called for an address. */
  readonly onLookup: () => void;
}

/** Begins to connect. Emits `connect`, or `error`; whoever calls destroys it in the end. */
export function dial(target: ProbeTarget, { signal, lookup, onLookup }: DialOptions): net.Socket {
  const path = socketPath(target);
  const { host, port } = target;
  const socket = net.connect(path === undefined ? { host, port, ...(lookup && { lookup }) } : { path });
  // Delayed small packets would be measured as the server's slowness; drivers send at once too.
  socket.setNoDelay(true);
  socket.once('lookup', (error: Error | null) => {
    if (error === null) onLookup();
  });
  return guarded(socket, signal);
}

/** Asks whether the server speaks TLS; throws unless it does. */
export async function askForTls(socket: net.Socket): Promise<void> {
  const wire = openWire(socket);
  wire.send(SSL_REQUEST);
  const answer = (await wire.read(1)).toString('latin1');
  if (answer === 'N') throw new Fault(noTls, 'it answers no to SSLRequest');
  if (answer !== 'S')
    throw new Fault(notPostgres, `byte 0x${answer.charCodeAt(0).toString(16)} answers SSLRequest`);
  // Bytes before the handshake come from anybody, and would be taken for the server's (CVE-2021-23222).
  if (wire.unread() > 0) throw new Fault(notPostgres, 'it goes on in clear after it agreed to TLS');
  wire.release();
}

/** Shakes hands over the socket. */
export async function secure(
  socket: net.Socket,
  host: string,
  { verify, ca }: ProbeTls,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  const secured = tls.connect({
    socket,
    host,
    // An address may not stand in a server name indication (RFC 6066).
    ...(net.isIP(host) === 0 && { servername: host }),
    rejectUnauthorized: verify,
    ...(ca !== undefined && { ca }),
  });
  guarded(secured, signal);
  await once(secured, 'secureConnect');
  return secured;
}

/** The server's certificate in DER. */
export function certificateOf(secured: tls.TLSSocket): Buffer {
  const certificate = secured.getPeerX509Certificate();
  if (certificate === undefined) throw new Fault(tlsFailed, 'the server showed no certificate');
  return certificate.raw;
}

// An error that comes while nobody waits is found when somebody next reads; without a listener it would end the process.
function guarded<S extends net.Socket>(socket: S, signal: AbortSignal): S {
  socket.on('error', () => undefined);
  return addAbortSignal(signal, socket);
}
