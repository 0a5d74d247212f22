import { createHash } from 'node:crypto';
import { defineError } from '@madang/errors';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { malformed } from '../malformed.ts';

/** A private key that the curve does not have; the key is never shown. */
const keyUnusable = defineError<{ bytes: number }>({
  code: 'ICON_KEY_UNUSABLE',
  status: 400,
  retry: 'never',
  message: ({ bytes }) =>
    `The private key (${bytes} bytes) is not one of secp256k1: 32 bytes, not zero and below the order of the curve. Make a new key.`,
});

/** The private key itself, checked; else ICON_KEY_UNUSABLE. */
export function usableKey(privateKey: Uint8Array): Uint8Array {
  if (secp256k1.utils.isValidSecretKey(privateKey)) return privateKey;
  throw keyUnusable({ bytes: privateKey.length });
}

/** The wallet of a private key (32 bytes). */
export function addressFromPrivateKey(privateKey: Uint8Array): string {
  return addressFromPublicKey(secp256k1.getPublicKey(usableKey(privateKey), false));
}

/**
 * The wallet of a public key, 33 bytes (compressed) or 65 (uncompressed): `hx` and the last 20 bytes of the SHA3-256 of its
 * 64 bytes. A key that is not a point of the curve is ICON_MALFORMED.
 */
export function addressFromPublicKey(publicKey: Uint8Array): string {
  const point = pointOf(publicKey).toBytes(false);
  return `hx${createHash('sha3-256').update(point.subarray(1)).digest('hex').slice(-40)}`;
}

function pointOf(publicKey: Uint8Array): ReturnType<typeof secp256k1.Point.fromBytes> {
  try {
    return secp256k1.Point.fromBytes(publicKey);
  } catch (error) {
    throw malformed('the public key', Buffer.from(publicKey).toString('hex'), 'a point of secp256k1', error);
  }
}
