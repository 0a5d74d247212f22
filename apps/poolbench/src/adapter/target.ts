import type { ConnectionOptions } from 'node:tls';
import type { ProbeTarget } from '../prober/target.ts';

/** The server to measure, and as whom: the same for the drivers as for the prober. */
export type Target = ProbeTarget;

/** TLS as the target wants it, for a driver; false for none. */
export function tlsOptions({ tls }: Target): ConnectionOptions | false {
  if (tls === undefined) return false;
  return { rejectUnauthorized: tls.verify, ...(tls.ca !== undefined && { ca: tls.ca }) };
}
