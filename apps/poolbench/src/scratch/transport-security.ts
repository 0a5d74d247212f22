import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCertificate } from './certificate.ts';

/** What a scratch server needs to speak TLS, and its clients to trust it. */
export interface TransportSecurity {
  /** The certificate, which signed itself, as PEM. */
  readonly authority: string;
  /** Of the server. */
  readonly settings: Readonly<Record<string, string>>;
}

const CERTIFICATE_FILE = 'server.crt';
/** In the folder of the server's data; nobody but its owner may read it. */
export const KEY_FILE = 'server.key';

/**
 * Makes a certificate for an address and writes it, with its key, where the server finds it. TLS is there for those who ask for it;
 * everybody else comes in clear as before.
 */
export async function createTransportSecurity(dataDir: string, host: string): Promise<TransportSecurity> {
  const { cert, key } = createCertificate(host);
  await writeFile(join(dataDir, CERTIFICATE_FILE), cert, { mode: 0o600 });
  await writeFile(join(dataDir, KEY_FILE), key, { mode: 0o600 });
  return {
    authority: cert,
    settings: {
      ssl: 'on',
      // From the cluster's own folder, which lies in that of the data: the same in every run, so that two of them compare.
      ssl_cert_file: `../${CERTIFICATE_FILE}`,
      ssl_key_file: `../${KEY_FILE}`,
      ssl_min_protocol_version: 'TLSv1.3',
    },
  };
}
