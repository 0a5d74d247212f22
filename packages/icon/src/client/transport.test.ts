import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createNodeClient, type NodeClientSettings } from './index.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

describe('an answer without end', () => {
  // 2 GB would take minutes to read and more memory than there is.
  const MEBIBYTE = 1024 * 1024;

  it.each([
    { name: 'plain', part: Buffer.alloc(64 * 1024, ' '), headers: {} },
    {
      name: 'compressed',
      part: gzipSync(Buffer.alloc(MEBIBYTE, ' ')),
      headers: { 'content-encoding': 'gzip' },
    },
  ])('is left behind when it passes the bound: $name', async ({ part, headers }) => {
    const endless = await startEndless(part, headers);
    const node = clientOf(endless.url, { maxAnswerBytes: 4 * MEBIBYTE });
    const before = process.memoryUsage().rss;
    await expect(node.call('icx_getLastBlock')).rejects.toMatchObject({ code: 'NODE_ANSWER_TOO_LARGE' });
    await expect(node.blocks([1, 2, 3, 4])).rejects.toMatchObject({ code: 'NODE_ANSWER_TOO_LARGE' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEBIBYTE);
    await expect.poll(() => endless.listeners()).toBe(0);
  });
});

describe('a compressed answer', () => {
  const answered =
    (bytes: Buffer): RequestListener =>
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bytes);
    };

  it('is unpacked', async () => {
    const packed = gzipSync('{"jsonrpc":"2.0","id":0,"result":"마당"}');
    const node = clientOf(await listen(answered(packed)));
    expect(await node.call('anything')).toBe('마당');
  });

  it('is bounded after unpacking', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));
    const node = clientOf(await listen(answered(bomb)), { maxAnswerBytes: 1_000_000 });
    await expect(node.call('anything')).rejects.toMatchObject({ code: 'NODE_ANSWER_TOO_LARGE' });
  });

  it('is damaged when it breaks off', async () => {
    const packed = gzipSync('{"jsonrpc":"2.0","id":0,"result":"마당"}');
    const node = clientOf(await listen(answered(packed.subarray(0, -9))), {
      patienceMs: 0,
    });
    await expect(node.call('anything')).rejects.toMatchObject({ code: 'NODE_ANSWER_DAMAGED' });
  });
});

function clientOf(url: string, settings: Partial<NodeClientSettings> = {}) {
  const client = createNodeClient({ url, ...settings });
  closers.push(client.close);
  return client;
}

async function listen(respond: RequestListener): Promise<string> {
  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
}

/** A server whose answers consist of this part, again and again, for as long as somebody listens. */
async function startEndless(part: Buffer, headers: Record<string, string>) {
  let listeners = 0;
  const url = await listen((_, response) => {
    listeners += 1;
    response.once('close', () => (listeners -= 1));
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    Readable.from(repeat(part)).pipe(response);
  });
  return { url, listeners: () => listeners };
}

function* repeat(part: Buffer): Generator<Buffer> {
  for (;;) yield part;
}
