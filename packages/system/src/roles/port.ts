import { once } from 'node:events';
import { createServer } from 'node:net';
import { defineError, printable } from '@madang/errors';

interface Wanted {
  readonly host: string;
  readonly port: number;
  /** Name of the flag with which another port is chosen. */
  readonly flag: string;
}

export const portInUse = defineError<Wanted>({
  code: 'HOUSE_PORT_IN_USE',
  status: 500,
  retry: 'never',
  message: ({ host, port, flag }) =>
    `Another program listens on port ${port} of ${printable(host, 100)}. Stop it, or choose another port with --${flag}.`,
});

export const portNotPossible = defineError<Wanted & { reason: string }>({
  code: 'HOUSE_PORT_NOT_POSSIBLE',
  status: 500,
  retry: 'never',
  message: ({ host, port, flag, reason }) =>
    `Nothing can listen on port ${port} of ${printable(host, 100)} (${reason}). Choose another port with --${flag} (above 1023 needs no rights), or another --host.`,
});

/**
 * Makes sure that a port is free, by listening on it for a moment.
 * @throws HOUSE_PORT_IN_USE, HOUSE_PORT_NOT_POSSIBLE
 */
export async function checkPort(wanted: Wanted): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(wanted.port, wanted.host);
    await once(probe, 'listening');
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw code === 'EADDRINUSE'
      ? portInUse(wanted, error)
      : portNotPossible({ ...wanted, reason: code }, error);
  }
  probe.close();
  await once(probe, 'close');
}
