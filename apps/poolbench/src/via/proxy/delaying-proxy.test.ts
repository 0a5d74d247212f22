import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../scratch/free-port.ts';
import { badDelay, unreachable } from '../errors.ts';
import { startDelayingProxy, type DelayingProxy, type DelayingProxyTerms } from './delaying-proxy.ts';
import { startProxyThread } from './proxy-thread.ts';

const MEGABYTE = 2 ** 20;

let server: Server;
let accepted: Socket[];
let serve: (socket: Socket) => void;
let to: { host: string; port: number };
let proxy: Pick<DelayingProxy, 'host' | 'port'> & { stop(): Promise<void> };

beforeEach(async () => {
  accepted = [];
  serve = (socket) => socket.pipe(socket);
  server = createServer({ allowHalfOpen: true }, (socket) => {
    accepted.push(socket.on('error', () => undefined));
    serve(socket);
  });
  to = { host: '127.0.0.1', port: await freePort() };
  await once(server.listen(to), 'listening');
});
afterEach(async () => {
  await proxy.stop();
  server.close();
  for (const socket of accepted) socket.destroy();
});

async function start(terms: Omit<DelayingProxyTerms, 'to'>): Promise<DelayingProxy> {
  const started = await startDelayingProxy({ to, ...terms });
  proxy = started;
  return started;
}

function dial(): Socket {
  const socket = connect({ host: proxy.host, port: proxy.port, allowHalfOpen: true });
  return socket.on('error', () => undefined);
}

async function echoMs(socket: Socket): Promise<number> {
  const start = performance.now();
  socket.write('x');
  await once(socket, 'data');
  return performance.now() - start;
}

async function firstEcho(): Promise<Socket> {
  const socket = dial();
  await echoMs(socket);
  return socket;
}

/** How a socket ended. */
const ended = (socket: Socket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.resume().once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    socket.once('close', () => resolve('closed'));
  });

describe.each([{ roundTripMs: 0 }, { roundTripMs: 3, jitterMs: 4 }])('with $roundTripMs ms', (terms) => {
  it('what is sent arrives whole and in order, both ways at once', async () => {
    const { stats } = await start(terms);
    const sent = randomBytes(10 * MEGABYTE);
    const socket = dial();
    socket.end(sent);
    expect((await buffer(socket)).equals(sent)).toBe(true);
    expect(stats()).toMatchObject({ connections: 1, bytesUp: sent.length, bytesDown: sent.length });
    await expect.poll(() => stats().open).toBe(0);
  });

  it('a side that has said all still hears', async () => {
    serve = (socket) => {
      let heard = '';
      socket.on('data', (bytes: Buffer) => (heard += bytes.toString()));
      socket.on('end', () => setTimeout(() => socket.end(`heard ${heard}`), 20));
    };
    await start(terms);
    const socket = dial();
    socket.end('all');
    expect((await buffer(socket)).toString()).toBe('heard all');
  });

  it('a server that speaks first and closes is heard', async () => {
    serve = (socket) => socket.end('goodbye');
    await start(terms);
    const socket = dial();
    expect((await buffer(socket)).toString()).toBe('goodbye');
    socket.end();
  });

  it('a reset of either side reaches the other', async () => {
    await start(terms);
    const [first, second] = [await firstEcho(), await firstEcho()];
    const ends = [ended(first), ended(accepted[2]!)];
    accepted[1]?.resetAndDestroy();
    second.resetAndDestroy();
    expect(await Promise.all(ends)).toEqual(['ECONNRESET', 'ECONNRESET']);
  });

  it('no more than a bounded amount is taken from a source whose sink takes nothing', async () => {
    serve = (socket) => socket.pause();
    const { stats } = await start(terms);
    const socket = dial();
    socket.write(Buffer.alloc(64 * MEGABYTE));
    await expect.poll(() => stats().bytesUp).toBeGreaterThan(0);
    let before: number;
    do {
      before = stats().bytesUp;
      await sleep(100);
    } while (stats().bytesUp > before);
    // The rest is still with the client: kernels buffer a few megabytes on each of the two connections.
    expect(stats().bytesUp).toBeLessThan(32 * MEGABYTE);
    socket.destroy();
  });
});

describe('the distance', () => {
  it('is never less than what was asked for', async () => {
    await start({ roundTripMs: 8 });
    const socket = await firstEcho();
    for (let n = 0; n < 20; n += 1) expect(await echoMs(socket)).toBeGreaterThanOrEqual(8);
    socket.destroy();
  });

  it('counts twice for the first answer, since connecting takes a round trip', async () => {
    await start({ roundTripMs: 30 });
    const socket = dial();
    expect(await echoMs(socket)).toBeGreaterThanOrEqual(60);
    socket.destroy();
  });

  it('can be less than a timer can tell', async () => {
    await start({ roundTripMs: 0.5 });
    const socket = await firstEcho();
    const times: number[] = [];
    for (let n = 0; n < 50; n += 1) times.push(await echoMs(socket));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(0.5);
    socket.destroy();
  });

  it('can be changed under way', async () => {
    const { setRoundTrip } = await start({ roundTripMs: 0 });
    const socket = await firstEcho();
    setRoundTrip(25);
    expect(await echoMs(socket)).toBeGreaterThanOrEqual(25);
    socket.destroy();
  });

  it('with jitter is longer by what the seed says', async () => {
    await start({ roundTripMs: 2, jitterMs: 20, seed: 7 });
    const socket = await firstEcho();
    const times: number[] = [];
    for (let n = 0; n < 15; n += 1) times.push(await echoMs(socket));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...times)).toBeGreaterThan(10);
    socket.destroy();
  });
});

describe('a fault', () => {
  it.each([0, 5])('that stalls holds all that would arrive meanwhile, with %d ms', async (roundTripMs) => {
    const { stall } = await start({ roundTripMs });
    const socket = await firstEcho();
    const ordered = performance.now();
    stall(60);
    await echoMs(socket);
    expect(performance.now() - ordered).toBeGreaterThanOrEqual(60);
    socket.destroy();
  });

  it.each([0, 50])(
    'that cuts resets both sides at once, and others may come, with %d ms',
    async (roundTripMs) => {
      const { cut, stats } = await start({ roundTripMs });
      const [socket, young] = [await firstEcho(), dial()];
      await once(young, 'connect');
      await expect.poll(() => stats().open).toBe(2);
      const ends = [ended(socket), ended(young), ended(accepted[1]!)];
      cut();
      expect(await Promise.all(ends)).toEqual(['ECONNRESET', 'ECONNRESET', 'ECONNRESET']);
      await expect.poll(() => stats().open).toBe(0);
      (await firstEcho()).destroy();
    },
  );

  it('of the server, which is gone, resets who comes', async () => {
    await start({ roundTripMs: 1 });
    server.close();
    const socket = dial();
    expect(await ended(socket)).toBe('ECONNRESET');
    server = createServer();
  });
});

it('is stopped with open connections and leaves nothing', async () => {
  const { stop, stats } = await start({ roundTripMs: 40 });
  const socket = await firstEcho();
  socket.write('on the way');
  const end = ended(socket);
  await stop();
  expect(stats().open).toBe(0);
  expect(await end).toBe('ECONNRESET');
  expect(await ended(dial())).toBe('ECONNREFUSED');
});

it('listens on the loopback below the ports of outgoing connections', async () => {
  const { host, port } = await start({ roundTripMs: 0 });
  expect(host).toBe('127.0.0.1');
  expect(port).toBeLessThan(32_768);
});

describe('in a thread of its own', () => {
  it('does the same', async () => {
    const thread = await startProxyThread({ to, roundTripMs: 10 });
    proxy = thread;
    const socket = await firstEcho();
    expect(await echoMs(socket)).toBeGreaterThanOrEqual(10);
    await thread.setRoundTrip(0);
    // The stall runs from when the thread reads the order, which is before this one hears that it did.
    const ordered = performance.now();
    await thread.stall(40);
    await echoMs(socket);
    expect(performance.now() - ordered).toBeGreaterThanOrEqual(40);
    expect(await thread.stats()).toEqual({ connections: 1, open: 1, bytesUp: 3, bytesDown: 3 });
    const end = ended(socket);
    await thread.cut();
    expect(await end).toBe('ECONNRESET');
    await thread.stop();
    await expect(thread.stats()).rejects.toThrow('has ended');
  });

  it('refuses in the same words', async () => {
    const thread = await startProxyThread({ to, roundTripMs: 0 });
    proxy = thread;
    await expect(thread.setRoundTrip(-1)).rejects.toSatisfy(badDelay.is);
    const nowhere = { host: '127.0.0.1', port: await freePort() };
    await expect(startProxyThread({ to: nowhere, roundTripMs: 0 })).rejects.toSatisfy(unreachable.is);
  });
});

describe('what cannot be', () => {
  beforeEach(() => start({ roundTripMs: 0 }));

  it.each([-1, NaN, Infinity])('a distance of %d ms is refused', async (roundTripMs) => {
    await expect(startDelayingProxy({ to, roundTripMs })).rejects.toThrow(
      `The round trip is ${roundTripMs} ms`,
    );
  });

  it('a server that is not there is named', async () => {
    const port = await freePort();
    const start = startDelayingProxy({ to: { host: '127.0.0.1', port }, roundTripMs: 0 });
    await expect(start).rejects.toThrow(`cannot reach 127.0.0.1:${port}: connect ECONNREFUSED`);
  });
});
