import { once } from 'node:events';
import net from 'node:net';
import { connectionLost } from '../../src/prober/errors.ts';
import { Fault } from '../../src/prober/fault.ts';
import type { Certificate } from '../../src/scratch/certificate.ts';
import { admit, type Admission } from './admission.ts';
import { answerAnything, type Answer } from './answers.ts';
import type { Programme } from './behaviour.ts';
import { openConnection, ProgrammeEnded, type Connection } from './connection.ts';
import { answerQueries } from './queries.ts';
import { createScramSecret } from './scram-server.ts';

export interface FakePostgresOptions {
  /** `scram-sha-256` unless given. */
  readonly authentication?: Admission['authentication'];
  /** Of every user: `secret` unless given. */
  readonly password?: string;
  /** Rounds of SCRAM's key derivation: 4096 unless given. */
  readonly iterations?: number;
  /** Offers TLS with it; none unless given. */
  readonly certificate?: Certificate;
  /** What to do at each moment; goes on at once unless given. */
  readonly programme?: Programme;
  /** What each query gives: one row to whatever selects unless given. */
  readonly answer?: (sql: string) => Answer;
}

export interface FakePostgres {
  readonly host: string;
  readonly port: number;
  /** For a driver, with user and password. */
  readonly url: string;
  /** How many connections there have been. */
  readonly opened: number;
  /** How many there are. */
  readonly open: number;
  /** Breaks what is open; may be called again. */
  stop(): Promise<void>;
}

/**
 * A server at the loopback that speaks PostgreSQL's protocol, simple and extended, and does what it is told at each step: late, never,
 * wrongly, or by breaking the connection.
 *
 * ```ts
 * const slow = await startFakePostgres({ programme: ({ step }) => (step === 'backend' ? { delayMs: 100 } : undefined) });
 * const hung = await startFakePostgres({ programme: ({ step, query }) => (step === 'query' && query === 3 ? 'silence' : undefined) });
 * ```
 */
export async function startFakePostgres({
  authentication = 'scram-sha-256',
  password = 'secret',
  iterations = 4096,
  certificate,
  programme = () => undefined,
  answer = answerAnything,
}: FakePostgresOptions = {}): Promise<FakePostgres> {
  const admission = {
    authentication,
    password,
    secret: createScramSecret(password, iterations),
    certificate,
  };
  const sockets = new Set<net.Socket>();
  let opened = 0;
  const server = net.createServer({ noDelay: true }, (socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    void serve(openConnection(socket, opened, programme), admission, answer);
  });
  const host = '127.0.0.1';
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  return {
    host,
    port,
    url: `postgres://someone:${encodeURIComponent(password)}@${host}:${port}/somewhere`,
    get opened() {
      return opened;
    },
    get open() {
      return sockets.size;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function serve(
  connection: Connection,
  admission: Admission,
  answer: (sql: string) => Answer,
): Promise<void> {
  try {
    await admit(connection, admission);
    await answerQueries(connection, answer);
  } catch (error) {
    if (!isEnd(error)) throw error;
  } finally {
    connection.end();
  }
}

// That the programme or the client ends a connection is no fault of the server. All else is, and fails the test.
function isEnd(error: unknown): boolean {
  if (error instanceof Fault) return error.kind === connectionLost;
  return error instanceof ProgrammeEnded || (error instanceof Error && 'code' in error);
}
