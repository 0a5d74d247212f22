import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { openConsole } from './console.ts';

it('gives up on a stranger that has the port and never says a word', async () => {
  const stranger = createServer((socket) => socket.on('error', () => undefined).resume()).listen(
    0,
    '127.0.0.1',
  );
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  await expect(openConsole(port, { user: 'watcher', password: 'secret' })).rejects.toThrow(/timeout/);
  stranger.close();
});
