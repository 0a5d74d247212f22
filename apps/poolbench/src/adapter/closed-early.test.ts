import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdapter } from './create-adapter.ts';
import { classify } from './error-class.ts';
import { allArms, operation, run } from '../../test/observer.ts';

let server: Server;
let connected: number;
let port: number;

beforeEach(async () => {
  connected = 0;
  server = createServer((socket) => {
    connected += 1;
    socket.on('error', () => undefined).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => server.close());

describe.each(allArms(2).filter(({ prepared }) => prepared))(
  '$id at a server that hangs up at once',
  (arm) => {
    it('fails, and does not call it again and again', async () => {
      const adapter = createAdapter(arm, {
        host: '127.0.0.1',
        port,
        user: 'u',
        password: 'p',
        database: 'd',
      });
      await adapter.open();
      const outcome = await run(adapter, operation('select 1')).then(() => 'fine', classify);
      expect(outcome).toBe('reset');
      await sleep(100);
      const before = connected;
      await sleep(200);
      expect(connected - before).toBe(0);
      await adapter.close();
      await sleep(100);
      expect(connected - before).toBe(0);
      expect(connected).toBeLessThanOrEqual(2);
    });
  },
);
