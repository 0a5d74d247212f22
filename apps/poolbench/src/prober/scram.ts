import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { authRefused, notPostgres, serverUnproven } from './errors.ts';
import { Fault } from './fault.ts';
import { saslPrep } from './sasl-prep.ts';

export const SCRAM = 'SCRAM-SHA-256';
/** With channel binding. */
export const SCRAM_PLUS = 'SCRAM-SHA-256-PLUS';

/**
 * As many rounds as may be done for one login, about half a second: the derivation cannot be interrupted, and the server names the
 * number. PostgreSQL asks for 4096 unless told otherwise.
 */
export const MOST_ITERATIONS = 1_000_000;

/** The client's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), with channel binding or without. */
export interface ScramClient {
  /** client-first-message */
  readonly first: string;
  /** Answers the server-first-message; derives the keys, which takes nearly all of a client's time for a login. */
  answer(serverFirst: string, password: string): ScramProof;
}

export interface ScramProof {
  /** client-final-message */
  readonly final: string;
  /** Throws POOLBENCH_PROBE_SERVER_UNPROVEN unless the server-final-message shows that the server knows the password too. */
  check(serverFinal: string): void;
}

export interface ScramOptions {
  /** Stays empty with PostgreSQL, which has the name from the start-up packet. */
  readonly user?: string;
  /** Made up unless given. */
  readonly nonce?: string;
  /** The server's end of the TLS connection (`endPointOf`), to bind the login to it. */
  readonly endPoint?: Buffer | undefined;
}

/** A new exchange. */
export function startScram({
  user = '',
  nonce = randomBytes(18).toString('base64'),
  endPoint,
}: ScramOptions = {}): ScramClient {
  const bareFirst = `n=${user},r=${nonce}`;
  const header = endPoint === undefined ? 'n,,' : 'p=tls-server-end-point,,';
  const binding = Buffer.concat([Buffer.from(header), endPoint ?? Buffer.alloc(0)]).toString('base64');
  return {
    first: `${header}${bareFirst}`,
    answer(serverFirst, password) {
      const challenge = parseChallenge(serverFirst, nonce);
      const bareFinal = `c=${binding},r=${challenge.nonce}`;
      const signed = `${bareFirst},${serverFirst},${bareFinal}`;
      const { proof, serverSignature } = sign(signed, password, challenge);
      return { final: `${bareFinal},p=${proof}`, check: (said) => checkServer(said, serverSignature) };
    },
  };
}

interface Challenge {
  readonly nonce: string;
  readonly salt: Buffer;
  readonly iterations: number;
}

const BASE64 = '[A-Za-z0-9+/]+={0,2}';
// Printable ASCII but for the comma.
const SERVER_FIRST = new RegExp(`^r=([!-+\\--~]+),s=(${BASE64}),i=([1-9]\\d{0,9})(?:,.*)?$`, 's');

function parseChallenge(serverFirst: string, ours: string): Challenge {
  const [, nonce = '', salt = '', iterations = ''] = SERVER_FIRST.exec(serverFirst) ?? [];
  if (nonce === '') throw new Fault(notPostgres, 'its SCRAM challenge is malformed');
  if (!nonce.startsWith(ours) || nonce.length === ours.length)
    throw new Fault(notPostgres, 'its SCRAM challenge does not continue our nonce');
  if (Number(iterations) > MOST_ITERATIONS)
    throw new Fault(
      notPostgres,
      `it asks for ${iterations} rounds of key derivation, and the probe does at most ${MOST_ITERATIONS}`,
    );
  return { nonce, salt: Buffer.from(salt, 'base64'), iterations: Number(iterations) };
}

function sign(signed: string, password: string, { salt, iterations }: Challenge) {
  const salted = pbkdf2Sync(saslPrep(password), salt, iterations, 32, 'sha256');
  const clientKey = hmac(salted, 'Client Key');
  const storedKey = createHash('sha256').update(clientKey).digest();
  const clientSignature = hmac(storedKey, signed);
  return {
    proof: Buffer.from(clientKey.map((byte, at) => byte ^ (clientSignature[at] ?? 0))).toString('base64'),
    serverSignature: hmac(hmac(salted, 'Server Key'), signed),
  };
}

function checkServer(serverFinal: string, expected: Buffer): void {
  const [, kind, value = ''] = /^([ev])=([^,]*)/.exec(serverFinal) ?? [];
  if (kind === 'e') throw new Fault(authRefused, `SCRAM failed with ${value}`);
  const signature = Buffer.from(value, 'base64');
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    throw new Fault(serverUnproven, 'its SCRAM signature is wrong');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
