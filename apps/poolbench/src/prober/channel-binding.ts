import { createHash } from 'node:crypto';
import { authUnknown } from './errors.ts';
import { Fault } from './fault.ts';

// By the identifier of the certificate's signature, as it stands in there (RFC 3279, 4055, 5758). RFC 5929 takes SHA-256 where
// that signs MD5 or SHA-1.
const HASHES: ReadonlyMap<string, string> = new Map([
  ['2a864886f70d010104', 'sha256'],
  ['2a864886f70d010105', 'sha256'],
  ['2a864886f70d01010b', 'sha256'],
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  ['2a8648ce3d0401', 'sha256'],
  ['2a8648ce3d040302', 'sha256'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
]);

/**
 * What SCRAM binds itself to, so that nobody in between can pass a login on (`tls-server-end-point`, RFC 5929): the hash of the
 * server's certificate, by the hash that its signature has.
 *
 * @param certificate X.509 in DER
 */
export function endPointOf(certificate: Buffer): Buffer {
  const identifier = signatureOf(certificate).toString('hex');
  const hash = HASHES.get(identifier);
  if (hash === undefined)
    throw new Fault(authUnknown, `channel binding to a certificate with the signature ${identifier}`);
  return createHash(hash).update(certificate).digest();
}

/** The object identifier of the signature: a certificate is a sequence of what is signed, how, and the signature. */
function signatureOf(certificate: Buffer): Buffer {
  const whole = elementAt(certificate, 0);
  const signed = elementAt(certificate, whole.from);
  const algorithm = elementAt(certificate, signed.to);
  const identifier = elementAt(certificate, algorithm.from);
  return certificate.subarray(identifier.from, identifier.to);
}

// Distinguished encoding (X.690): a tag, a length in one byte or in as many as the first one says, a content.
function elementAt(der: Buffer, at: number): { readonly from: number; readonly to: number } {
  const first = der.readUInt8(at + 1);
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const length = lengthBytes === 0 ? first : der.readUIntBE(at + 2, lengthBytes);
  const from = at + 2 + lengthBytes;
  return { from, to: from + length };
}
