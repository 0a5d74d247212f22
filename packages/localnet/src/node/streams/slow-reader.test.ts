import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../../test/listener.ts';
import { createStreamServer } from './server.ts';

let worked = 0;
let ended = false;

/** A stream without end: were it not held up, it would fill all memory. */
async function* endless(): AsyncGenerator<string> {
  try {
    for (;;) {
      worked += 1;
      yield await Promise.resolve('x'.repeat(256 * 1024));
    }
  } finally {
    ended = true;
  }
}

const streams = createStreamServer({ channel: 'default', converse: endless, faults: undefined });
const server = createServer().on('upgrade', streams.upgrade);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  streams.close();
  server.close();
});

describe('a stream whose client does not read', () => {
  it('is held up, goes on when the client does, and ends with the connection', async () => {
    const { port } = server.address() as AddressInfo;
    const listener = listen(`http://127.0.0.1:${port}/api/v3`, 'default/block', {});
    await listener.take(1);
    listener.socket.pause();
    let before = -1;
    const standsStill = () => {
      const same = worked === before;
      before = worked;
      return same;
    };
    await expect.poll(standsStill, { interval: 100, timeout: 10_000 }).toBe(true);
    listener.socket.resume();
    await listener.take(before + 10);
    expect(worked).toBeGreaterThan(before);
    listener.socket.terminate();
    await expect.poll(() => ended).toBe(true);
  });
});
