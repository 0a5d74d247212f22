import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hashToBytes } from '../hash.ts';
import { malformed } from '../malformed.ts';
import { addressFromPublicKey, usableKey } from './key.ts';

// r, s and v: 32, 32 and 1 bytes.
const SIGNATURE = /^[A-Za-z0-9+/]{87}=$/;

/**
 * The wallet that signed a transaction, from its id (`0x…`) and its signature (base64 of 65 bytes: r, s and which of the
 * possible public keys it is). A signature that nobody can have made is ICON_MALFORMED.
 *
 * ```ts
 * recoverSigner(transaction.hash, transaction.signature) === transaction.from
 * ```
 */
export function recoverSigner(transactionId: string, signature: string): string {
  return addressFromPublicKey(recoverPublicKey(hashToBytes(transactionId), signature));
}

/** Signs a transaction's id (`0x…`) with a private key (32 bytes), always the same way (RFC 6979); base64 of 65 bytes. */
export function sign(transactionId: string, privateKey: Uint8Array): string {
  const [v = 0, ...rs] = secp256k1.sign(hashToBytes(transactionId), usableKey(privateKey), {
    prehash: false,
    format: 'recovered',
  });
  return Buffer.from([...rs, v]).toString('base64');
}

// ICON writes v behind r and s, the library before.
function recoverPublicKey(id: Uint8Array, signature: string): Uint8Array {
  if (!SIGNATURE.test(signature)) throw malformed('the signature', signature, 'base64 of 65 bytes');
  const bytes = Buffer.from(signature, 'base64');
  const recovered = Buffer.concat([bytes.subarray(64), bytes.subarray(0, 64)]);
  try {
    return secp256k1.Signature.fromBytes(recovered, 'recovered').recoverPublicKey(id).toBytes(false);
  } catch (error) {
    throw malformed('the signature', signature, 'a signature of secp256k1', error);
  }
}
