import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCertificate } from './certificate.ts';

describe('a certificate', () => {
  it('names its host, and is signed by its own key', () => {
    const certificate = new X509Certificate(createCertificate('db.example').cert);
    expect(certificate.checkHost('db.example')).toBe('db.example');
    expect(certificate.checkHost('other.example')).toBeUndefined();
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it('names an address as an address', () => {
    const certificate = new X509Certificate(createCertificate('127.0.0.1').cert);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkIP('127.0.0.2')).toBeUndefined();
  });

  it('has another key each time', () => {
    expect(createCertificate('db.example').key).not.toBe(createCertificate('db.example').key);
  });
});
