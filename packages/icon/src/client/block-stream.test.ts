import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createHash } from 'node:crypto';
import { loadRecording, RECORDINGS, startReplay, type StreamFaults } from '@madang/localnet';
import { afterEach, describe, expect, it } from 'vitest';
import { startSmallNode, type SmallNode } from '../../test/small-node.ts';
import { createNodeClient } from './index.ts';
import { streamUrl } from './stream-connection.ts';

const recording = await loadRecording(RECORDINGS.chain);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** Longer than a test may take: one that waits for it fails. */
const LONG = 20_000;

describe('nextBlock', () => {
  it('wakes when the node has a block above the height', async () => {
    const { replay, client } = await replayed();
    const woken = client.nextBlock(10, { withinMs: LONG });
    setTimeout(() => replay.release(11), 200);
    await woken;
    expect(replay.height()).toBe(11);
  });

  it('wakes at once when there is one already, once for each news', async () => {
    const { replay, client } = await replayed();
    await client.nextBlock(9, { withinMs: LONG });
    replay.release(12);
    await client.nextBlock(10, { withinMs: LONG });
    await client.nextBlock(11, { withinMs: LONG });
    expect(await timeOf(client.nextBlock(11, { withinMs: 300 }))).toBeGreaterThan(290);
  });

  it('follows block after block over one connection', async () => {
    let streams = 0;
    const { replay, client } = await replayed((stream) => {
      streams = stream;
      return undefined;
    });
    await client.nextBlock(9, { withinMs: LONG });
    for (let height = 10; height < 60; height += 1) {
      const woken = client.nextBlock(height, { withinMs: LONG });
      replay.release(height + 1);
      await woken;
    }
    expect(streams).toBe(1);
  });

  it('wakes everybody who waits for that height', async () => {
    const { replay, client } = await replayed();
    await client.nextBlock(9, { withinMs: LONG });
    const woken = Promise.all([10, 10, 11].map((after) => client.nextBlock(after, { withinMs: LONG })));
    replay.release(11);
    setTimeout(() => replay.release(12), 100);
    await woken;
  });

  it('comes back in time when nothing happens', async () => {
    const { client } = await replayed();
    expect(await timeOf(client.nextBlock(10, { withinMs: 300 }))).toBeGreaterThan(290);
  });

  it('rejects with the reason of the signal, and with nothing else', async () => {
    const { client } = await replayed();
    const stop = new AbortController();
    const woken = client.nextBlock(10, { withinMs: LONG, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(woken).rejects.toThrow('enough');
    await expect(client.nextBlock(10, { withinMs: LONG, signal: stop.signal })).rejects.toThrow('enough');
  });

  it('ends when the client is closed', async () => {
    const { client } = await replayed();
    const woken = client.nextBlock(10, { withinMs: LONG });
    setTimeout(() => void client.close(), 100);
    await woken;
  });
});

describe('a block stream in trouble', () => {
  it.each([
    ['breaks off before its first answer', (message) => (message === 0 ? { kind: 'cut' } : undefined)],
    ['breaks off', (message) => (message === 1 ? { kind: 'cut' } : undefined)],
    ['tells nonsense', (message) => (message === 1 ? { kind: 'garbage', text: '\u0000<html>' } : undefined)],
    [
      'tells no height',
      (message) => (message === 1 ? { kind: 'garbage', text: '{"height":-5}' } : undefined),
    ],
    [
      'tells too much',
      (message) => (message === 1 ? { kind: 'garbage', text: 'x'.repeat(1_000_000) } : undefined),
    ],
    [
      'refuses',
      (message) =>
        message === 0 ? { kind: 'garbage', text: '{"code":-31005,"message":"too many monitor"}' } : undefined,
    ],
  ] as [string, (message: number) => ReturnType<StreamFaults>][])(
    'is opened anew when it %s',
    async (_, faultOf) => {
      const warnings: object[] = [];
      const { replay, client } = await replayed(
        (stream, message) => (stream === 1 ? faultOf(message) : undefined),
        warnings,
      );
      await client.nextBlock(9, { withinMs: LONG });
      for (const height of [11, 12, 13]) {
        setTimeout(() => replay.release(height), 100);
        await client.nextBlock(height - 1, { withinMs: LONG });
      }
      expect(warnings).toHaveLength(1);
    },
  );

  it('wakes all the same when a height is left out, comes twice or late', async () => {
    const { replay, client } = await replayed((_, message) => {
      if (message === 2) return { kind: 'drop' };
      return message === 4 ? { kind: 'late' } : { kind: 'duplicate' };
    });
    await client.nextBlock(9, { withinMs: LONG });
    const woken = client.nextBlock(10, { withinMs: LONG });
    replay.release(20);
    await woken;
  });

  it('is opened anew when it falls silent while the chain goes on', async () => {
    let streams = 0;
    const { replay, client } = await replayed((stream, message) => {
      streams = Math.max(streams, stream);
      return stream === 1 && message > 0 ? { kind: 'silence' } : undefined;
    });
    await client.nextBlock(9, { withinMs: LONG });
    await expect.poll(() => streams).toBe(1);
    replay.release(20);
    await client.nextBlock(20, { withinMs: 200 });
    await expect.poll(() => streams).toBe(2);
    const woken = client.nextBlock(20, { withinMs: LONG });
    replay.release(21);
    await woken;
  });

  it('is left for that of the node that takes over', async () => {
    const [one, other] = [
      await startReplay({ recording, startHeight: 10 }),
      await startReplay({ recording, startHeight: 10 }),
    ];
    closers.push(one.stop, other.stop);
    const client = clientOf(`${one.url},${other.url}`);
    await client.nextBlock(9, { withinMs: LONG });
    await one.stop();
    const woken = client.nextBlock(10, { withinMs: LONG });
    other.release(11);
    await woken;
    expect(client.url).toBe(other.url);
  });

  it('wakes once for a height that is not true, and for the true ones after it', async () => {
    const { replay, client } = await replayed((stream, message) =>
      stream === 1 && message === 1 ? { kind: 'garbage', text: '{"height":"0xffffffff"}' } : undefined,
    );
    await client.nextBlock(9, { withinMs: LONG });
    await client.nextBlock(10, { withinMs: 300 });
    replay.release(11);
    await client.nextBlock(10, { withinMs: LONG });
    expect(await timeOf(client.nextBlock(11, { withinMs: 300 }))).toBeGreaterThan(290);
    setTimeout(() => replay.release(12), 100);
    await client.nextBlock(11, { withinMs: LONG });
  });
});

describe('a node without a block stream', () => {
  it('lets nextBlock come back in time, and is not asked at every call', async () => {
    const node = await startSmallNode();
    closers.push(node.stop);
    const client = clientOf(node.url);
    await client.nextBlock(50, { withinMs: LONG });
    for (let i = 0; i < 20; i += 1) await client.nextBlock(100, { withinMs: 20 });
    expect(node.asked.length).toBeLessThan(5);
  });

  it('is survived when it cannot even be reached', async () => {
    const client = clientOf('http://127.0.0.1:1');
    expect(await timeOf(client.nextBlock(5, { withinMs: 300 }))).toBeGreaterThan(290);
  });

  it.each([
    ['never answers the handshake', () => undefined],
    [
      'answers it with a page',
      (socket: Duplex) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'),
    ],
    ['answers it with noise', (socket: Duplex) => socket.end(Buffer.alloc(1000, 0xff))],
    [
      'accepts it and sends noise',
      (socket: Duplex, request: IncomingMessage) => socket.write(accepted(request, Buffer.alloc(1000, 0xff))),
    ],
    [
      'accepts it and begins a message of 2 GB',
      (socket: Duplex, request: IncomingMessage) =>
        socket.write(accepted(request, Buffer.from('817f000000007fffffff', 'hex'))),
    ],
    [
      'accepts it and closes at once',
      (socket: Duplex, request: IncomingMessage) => socket.end(accepted(request, Buffer.from('8800', 'hex'))),
    ],
  ])('is survived when it %s', async (_, behave) => {
    const node = await startSmallNode();
    const proxy = await startUpgrader(node, behave);
    closers.push(node.stop, proxy.stop);
    const client = clientOf(proxy.url);
    await client.nextBlock(50, { withinMs: LONG });
    expect(await timeOf(client.nextBlock(100, { withinMs: 300 }))).toBeGreaterThan(290);
    await client.close();
    await expect.poll(proxy.sockets).toBe(0);
  });
});

describe('the address of a block stream', () => {
  it.each([
    ['http://node:9080/api/v3', 'icon_dex', 'ws://node:9080/api/v3/icon_dex/block'],
    ['https://me:secret@node/api/v3/', 'icon_dex', 'wss://node/api/v3/icon_dex/block'],
    ['http://node/api/v3/icon_dex', 'icon_dex', 'ws://node/api/v3/icon_dex/block'],
    ['http://node/icon/api/v3?key=1', 'default', 'ws://node/icon/api/v3/default/block?key=1'],
    ['http://node/api/v3/default', '', 'ws://node/api/v3/default/block'],
    ['http://node/api/v3', '../x?', 'ws://node/api/v3/..%2Fx%3F/block'],
  ])('of %s with the channel %j is %s', (node, channel, url) => {
    expect(streamUrl({ node: new URL(node), channel }).href).toBe(url);
  });
});

/** A replay that stands at height 10, and a client of it. */
async function replayed(streamFaults?: StreamFaults, warnings: object[] = []) {
  const replay = await startReplay({
    recording,
    startHeight: 10,
    ...(streamFaults === undefined ? {} : { streamFaults }),
  });
  closers.push(replay.stop);
  return { replay, client: clientOf(replay.url, warnings) };
}

function clientOf(url: string, warnings: object[] = []) {
  const client = createNodeClient({ url, log: { warn: (fields) => warnings.push(fields) } });
  closers.push(client.close);
  return client;
}

async function timeOf(work: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work;
  return performance.now() - started;
}

/** A server that answers like the node, but does something of its own when a websocket is wanted. */
async function startUpgrader(node: SmallNode, behave: (socket: Duplex, request: IncomingMessage) => unknown) {
  const sockets = new Set<Duplex>();
  const server: Server = createServer((request, response) => {
    void (async () => {
      const body = await new Response(request as unknown as ReadableStream).text();
      const answer = await fetch(node.url, { method: 'POST', body });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    })();
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end()).resume();
    behave(socket, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`,
    sockets: () => sockets.size,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The end of a handshake, and the first bytes behind it. */
function accepted({ headers }: IncomingMessage, bytes: Buffer): Buffer {
  const key = `${headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes]);
}
