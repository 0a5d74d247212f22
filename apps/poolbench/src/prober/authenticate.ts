import { createHash } from 'node:crypto';
import { passwordMessage, saslInitialResponse, saslResponse } from './client-messages.ts';
import { authRefused, authUnknown, serverUnproven } from './errors.ts';
import { Fault } from './fault.ts';
import type { MessageBody } from './message-body.ts';
import { SCRAM, SCRAM_PLUS, startScram } from './scram.ts';
import { misplaced, nextMessage } from './server-messages.ts';
import type { Stage } from './stages.ts';
import type { Wire } from './wire.ts';

/**
 * How the server let us in, as seen on the wire: `trust` stands for every method that asks for nothing (peer, ident, a certificate),
 * `cleartext` for every one that wants the password itself (password, ldap, pam, radius), `scram-sha-256-plus` for SCRAM that is
 * bound to the TLS connection.
 */
export type Authentication = 'trust' | 'cleartext' | 'md5' | 'scram-sha-256' | 'scram-sha-256-plus';

export interface Credentials {
  readonly user: string;
  readonly password?: string | undefined;
  /** The server's end of the TLS connection, to which SCRAM is to be bound; not bound unless given. */
  readonly endPoint?: Buffer | undefined;
}

const OK = 0;
const CLEARTEXT = 3;
const MD5 = 5;
const SASL = 10;
const SASL_CONTINUE = 11;
const SASL_FINAL = 12;
const OTHERS: Readonly<Record<number, string>> = { 2: 'Kerberos V5', 6: 'SCM', 7: 'GSSAPI', 9: 'SSPI' };

/** Does what the server asks for after the start-up packet, until it says that all is well; tells each stage as it begins. */
export async function authenticate(
  wire: Wire,
  credentials: Credentials,
  enter: (stage: Stage) => void,
): Promise<Authentication> {
  const { code, body } = await nextRequest(wire);
  switch (code) {
    case OK:
      enter('backend');
      return 'trust';
    case CLEARTEXT:
      enter('backend');
      wire.send(passwordMessage(passwordOf(credentials)));
      await expectRequest(wire, OK);
      return 'cleartext';
    case MD5:
      await answerMd5(wire, credentials, body, enter);
      return 'md5';
    case SASL:
      await answerSasl(wire, credentials, body, enter);
      return credentials.endPoint === undefined ? 'scram-sha-256' : 'scram-sha-256-plus';
    default:
      throw new Fault(authUnknown, `authentication by ${OTHERS[code] ?? `method number ${code}`}`);
  }
}

async function answerMd5(
  wire: Wire,
  credentials: Credentials,
  body: MessageBody,
  enter: (stage: Stage) => void,
): Promise<void> {
  const password = passwordOf(credentials);
  const salt = body.bytes(4);
  enter('derivation');
  const inner = md5(Buffer.from(password + credentials.user));
  const response = `md5${md5(Buffer.concat([Buffer.from(inner), salt]))}`;
  enter('backend');
  wire.send(passwordMessage(response));
  await expectRequest(wire, OK);
}

async function answerSasl(
  wire: Wire,
  credentials: Credentials,
  body: MessageBody,
  enter: (stage: Stage) => void,
): Promise<void> {
  const password = passwordOf(credentials);
  const { endPoint } = credentials;
  const mechanism = endPoint === undefined ? SCRAM : SCRAM_PLUS;
  const offered = mechanismsOf(body);
  if (!offered.includes(mechanism))
    throw new Fault(authUnknown, `SASL authentication by ${offered.join(' or ')}`);
  enter('challenge');
  const scram = startScram({ endPoint });
  wire.send(saslInitialResponse(mechanism, scram.first));
  const challenge = await expectRequest(wire, SASL_CONTINUE);
  enter('derivation');
  const proof = scram.answer(challenge.rest(), password);
  enter('backend');
  wire.send(saslResponse(proof.final));
  const last = await nextRequest(wire);
  if (last.code === OK) throw new Fault(serverUnproven, 'it let us in without its SCRAM signature');
  if (last.code !== SASL_FINAL) throw misplacedRequest(last.code);
  proof.check(last.body.rest());
  await expectRequest(wire, OK);
}

interface AuthenticationRequest {
  readonly code: number;
  readonly body: MessageBody;
}

async function nextRequest(wire: Wire): Promise<AuthenticationRequest> {
  const message = await nextMessage(wire);
  if (message.type !== 'R') throw misplaced(message, 'an authentication request');
  return { code: message.body.int32(), body: message.body };
}

async function expectRequest(wire: Wire, expected: number): Promise<MessageBody> {
  const { code, body } = await nextRequest(wire);
  if (code !== expected) throw misplacedRequest(code);
  return body;
}

function misplacedRequest(code: number): Fault {
  return new Fault(authUnknown, `authentication request ${code} in the middle of another`);
}

function mechanismsOf(body: MessageBody): readonly string[] {
  const names: string[] = [];
  for (let name = body.text(); name !== ''; name = body.text()) names.push(name);
  return names;
}

function passwordOf({ password }: Credentials): string {
  if (password !== undefined && password !== '') return password;
  throw new Fault(authRefused, 'it asks for a password, and none is given');
}

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}
