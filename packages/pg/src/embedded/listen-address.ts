import net from 'node:net';
import { portUnusable } from './errors.ts';

/** Where a server listens by TCP. */
export interface ListenAddress {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** The port, or a free one. Throws PG_EMBEDDED_PORT when it cannot be had, so that nothing is started in vain. */
export function findPort({ host, port }: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(portUnusable({ host, port, reason: reasonOf(error) }, error)),
    );
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address() as net.AddressInfo;
      probe.close(() => resolve(address.port));
    });
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return 'the port is in use';
  if (code === 'EACCES') return 'ports below 1024 are for root';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'this machine has no such address';
  return message;
}
