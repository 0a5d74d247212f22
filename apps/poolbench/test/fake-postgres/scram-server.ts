import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { saslPrep } from '../../src/prober/sasl-prep.ts';

/** What a server keeps of a password (RFC 5803): enough to check a client, not enough to be one. */
export interface ScramSecret {
  readonly salt: Buffer;
  readonly iterations: number;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

export function createScramSecret(password: string, iterations: number): ScramSecret {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(saslPrep(password), salt, iterations, 32, 'sha256');
  return {
    salt,
    iterations,
    storedKey: sha256(hmac(salted, 'Client Key')),
    serverKey: hmac(salted, 'Server Key'),
  };
}

/** One login: the server's answer to the first message, then to the last; undefined when the client does not know the password. */
export interface ScramServer {
  readonly challenge: string;
  finish(clientFinal: string): string | undefined;
}

export function answerScram(clientFirst: string, secret: ScramSecret): ScramServer {
  const [, bareFirst = '', clientNonce = ''] = /^[ny],,(n=[^,]*,r=([^,]+))$/.exec(clientFirst) ?? [];
  const nonce = clientNonce + randomBytes(12).toString('base64');
  const challenge = `r=${nonce},s=${secret.salt.toString('base64')},i=${secret.iterations}`;
  return {
    challenge,
    finish(clientFinal) {
      const [, bareFinal = '', said = '', proof = ''] =
        /^(c=[^,]+,r=([^,]+)),p=(.+)$/.exec(clientFinal) ?? [];
      const signed = `${bareFirst},${challenge},${bareFinal}`;
      const signature = hmac(secret.storedKey, signed);
      const clientKey = Buffer.from(proof, 'base64').map((byte, at) => byte ^ (signature[at] ?? 0));
      if (said !== nonce || !sha256(clientKey).equals(secret.storedKey)) return undefined;
      return `v=${hmac(secret.serverKey, signed).toString('base64')}`;
    },
  };
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
