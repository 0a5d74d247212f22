import { createHash, randomBytes } from 'node:crypto';
import type { Authentication } from '../../src/prober/authenticate.ts';
import { cString } from '../../src/prober/client-messages.ts';
import type { MessageBody } from '../../src/prober/message-body.ts';
import { SCRAM } from '../../src/prober/scram.ts';
import type { Certificate } from '../../src/scratch/certificate.ts';
import { ProgrammeEnded, type Connection } from './connection.ts';
import { answerScram, type ScramSecret } from './scram-server.ts';
import {
  authentication,
  AUTHENTICATION_OK,
  backendKey,
  parameterStatus,
  readyForQuery,
} from './server-messages.ts';

/** Who may come in, and how. */
export interface Admission {
  /** It binds no login to its certificate. */
  readonly authentication: Exclude<Authentication, 'scram-sha-256-plus'>;
  readonly password: string;
  readonly secret: ScramSecret;
  /** Offers TLS with it. */
  readonly certificate?: Certificate | undefined;
}

/** What the fake says of itself. */
export const VERSION = '18.4 (fake)';
export const BACKEND_PID = 4242;

const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;

/** From the first packet until the client is in and may ask. */
export async function admit(connection: Connection, admission: Admission): Promise<void> {
  const parameters = await startUp(connection, admission.certificate);
  const verdict = await authenticate(connection, parameters.get('user') ?? '', admission);
  connection.send(
    ...verdict,
    parameterStatus('server_version', VERSION),
    parameterStatus('client_encoding', parameters.get('client_encoding') ?? 'UTF8'),
    backendKey(BACKEND_PID, 1),
    readyForQuery('I'),
  );
}

async function startUp(
  connection: Connection,
  certificate: Certificate | undefined,
): Promise<ReadonlyMap<string, string>> {
  for (;;) {
    const packet = await connection.opening();
    switch (packet.int32()) {
      case SSL_REQUEST:
        await connection.pass('ssl');
        await answerSslRequest(connection, certificate);
        break;
      case GSS_REQUEST:
        connection.send(Buffer.from('N'));
        break;
      case CANCEL_REQUEST:
        throw new ProgrammeEnded();
      default:
        return parametersOf(packet);
    }
  }
}

async function answerSslRequest(connection: Connection, certificate?: Certificate): Promise<void> {
  connection.send(Buffer.from(certificate === undefined ? 'N' : 'S'));
  if (certificate === undefined) return;
  await connection.pass('tls');
  connection.secure(certificate);
}

function parametersOf(packet: MessageBody): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (let name = packet.text(); name !== ''; name = packet.text()) parameters.set(name, packet.text());
  return parameters;
}

// What lets the client in, to be sent in one piece with what follows, as PostgreSQL does.
async function authenticate(
  connection: Connection,
  user: string,
  admission: Admission,
): Promise<readonly Buffer[]> {
  await connection.pass('startup');
  switch (admission.authentication) {
    case 'trust':
      connection.send(AUTHENTICATION_OK);
      await connection.pass('backend');
      return [];
    case 'cleartext':
      connection.send(authentication(3));
      await expectPassword(connection, user, admission.password);
      return [AUTHENTICATION_OK];
    case 'md5': {
      const salt = randomBytes(4);
      connection.send(authentication(5, salt));
      await expectPassword(connection, user, md5Response(user, admission.password, salt));
      return [AUTHENTICATION_OK];
    }
    case 'scram-sha-256':
      return scram(connection, user, admission.secret);
  }
}

async function expectPassword(connection: Connection, user: string, expected: string): Promise<void> {
  const { body } = await connection.message();
  await connection.pass('backend');
  if (body.text() !== expected) refusePassword(connection, user);
}

function md5Response(user: string, password: string, salt: Buffer): string {
  const md5 = (...parts: readonly (string | Buffer)[]): string =>
    parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest('hex');
  return `md5${md5(md5(password, user), salt)}`;
}

async function scram(connection: Connection, user: string, secret: ScramSecret): Promise<readonly Buffer[]> {
  connection.send(authentication(10, cString(SCRAM), cString('')));
  const { body: initial } = await connection.message();
  initial.text(); // the mechanism
  initial.int32(); // the length of all that follows
  const login = answerScram(initial.rest(), secret);
  await connection.pass('challenge');
  connection.send(authentication(11, Buffer.from(login.challenge)));
  const { body: final } = await connection.message();
  await connection.pass('backend');
  const signature = login.finish(final.rest()) ?? refusePassword(connection, user);
  return [authentication(12, Buffer.from(signature)), AUTHENTICATION_OK];
}

function refusePassword(connection: Connection, user: string): never {
  return connection.refuse({
    sqlstate: '28P01',
    message: `password authentication failed for user "${user}"`,
  });
}
