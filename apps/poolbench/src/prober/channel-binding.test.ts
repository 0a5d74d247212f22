import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCertificate } from '../scratch/certificate.ts';
import { endPointOf } from './channel-binding.ts';
import { startScram } from './scram.ts';

const certificate = new X509Certificate(createCertificate('localhost').cert).raw;
const ECDSA_WITH = '2a8648ce3d0403';

/** The certificate as if it were signed in another way: the identifier that stands before the signature is the last of two. */
function signedBy(last: number): Buffer {
  const changed = Buffer.from(certificate);
  changed[changed.lastIndexOf(Buffer.from(ECDSA_WITH, 'hex')) + ECDSA_WITH.length / 2] = last;
  return changed;
}

describe('the end of a TLS connection', () => {
  it.each([
    ['sha256', 2],
    ['sha384', 3],
    ['sha512', 4],
  ])('is the certificate by the hash that its signature has: %s', (hash, last) => {
    const changed = signedBy(last);
    expect(endPointOf(changed)).toEqual(createHash(hash).update(changed).digest());
  });

  it('is not known of a signature whose hash is not', () => {
    expect(() => endPointOf(signedBy(9))).toThrow(`with the signature ${ECDSA_WITH}09`);
  });

  it('stands in what SCRAM says first and last', () => {
    const nonce = 'rOprNGfwEbeRWgbNEkqO';
    const scram = startScram({ nonce, endPoint: endPointOf(certificate) });
    expect(scram.first).toBe(`p=tls-server-end-point,,n=,r=${nonce}`);
    const { final } = scram.answer(`r=${nonce}x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`, 'pencil');
    const [, bound = ''] = /^c=([^,]+),/.exec(final) ?? [];
    const said = Buffer.concat([Buffer.from('p=tls-server-end-point,,'), endPointOf(certificate)]);
    expect(Buffer.from(bound, 'base64')).toEqual(said);
  });
});
