import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { loadRecording, RECORDINGS, startReplay, type Faults } from '@madang/localnet';
import { afterEach, describe, expect, it } from 'vitest';
import { createNodeClient, type NodeClientSettings } from './index.ts';

const recording = await loadRecording(RECORDINGS.chain);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const GENESIS = '0x01b378ee9efb37f49305c9d0acf339dca65f8ddfa45d69d97c6ec8540e3110bd';

describe('a client of a node that is well', () => {
  it('reads the network, blocks and receipts', async () => {
    const node = await clientOfReplay();
    expect(await node.network()).toEqual({
      platform: 'icon',
      nid: '0x7',
      channel: 'default',
      earliest: 0,
      latest: 1951,
      stepPrice: 12_500_000_000n,
    });
    expect(await node.lastHeight()).toBe(1951);
    expect((await node.block(0)).transactions[0]?.hash).toBe(GENESIS);
    const blocks = await node.blocks([300, 7, 300]);
    expect(blocks.map(({ height }) => height)).toEqual([300, 7, 300]);
    const hashes = blocks.flatMap((block) => block.transactions).map(({ hash }) => hash);
    const receipts = await node.receipts(hashes);
    expect(receipts.map(({ transactionHash }) => transactionHash)).toEqual(hashes);
  });

  it('asks nothing when asked for nothing', async () => {
    const node = await clientOfReplay();
    expect(await node.blocks([])).toEqual([]);
    expect(await node.batch([])).toEqual([]);
  });

  it('gets more than fits one batch, in order', async () => {
    const node = await clientOfReplay();
    const heights = Array.from({ length: 437 }, (_, i) => i);
    expect((await node.blocks(heights)).map(({ height }) => height)).toEqual(heights);
    expect(node.state()).toMatchObject({ inFlight: 0, queued: 0, waitingReason: null, waitingFor: null });
  });

  it('learns the batch limit of the node from above and from below', async () => {
    const heights = Array.from({ length: 1952 }, (_, i) => i);
    const greedy = await clientOfReplay({ batchLimit: 64 });
    await greedy.blocks(heights);
    expect(greedy.state().batchLimit).toBeLessThan(16);
    const modest = await clientOfReplay({ batchLimit: 2, maxBatchLimit: 10 });
    await modest.blocks(heights);
    expect(modest.state().batchLimit).toBe(10);
  });

  it('tells what is not there from what is not there yet', async () => {
    const node = await clientOfReplay();
    const newest = await node.block(1951);
    await expect(node.block(1952)).rejects.toMatchObject({ code: 'NODE_NOT_FOUND', retry: 'never' });
    await expect(node.receipts([newest.transactions[0]!.hash])).rejects.toMatchObject({
      code: 'NODE_EXECUTING',
      retry: 'later',
    });
    await expect(node.call('icx_nothing')).rejects.toMatchObject({ code: 'NODE_REFUSED' });
  });

  it('puts the errors of single requests in their places', async () => {
    const node = await clientOfReplay();
    const answers = await node.batch([
      { method: 'icx_getLastBlock' },
      { method: 'icx_getBlockByHeight', params: { height: '12' } },
      { method: 'icx_getNetworkInfo' },
    ]);
    expect(answers).toMatchObject([
      { result: { height: 1951 } },
      { error: { code: 'NODE_REFUSED', details: { rpcCode: -32602 } } },
      { result: { nid: '0x7' } },
    ]);
  });
});

describe('a client in trouble', () => {
  it.each([
    { kind: 'status', status: 503 } as const,
    { kind: 'status', status: 502 } as const,
    { kind: 'truncate' } as const,
    { kind: 'disconnect' } as const,
  ])('tries again after $kind $status', async (fault) => {
    const node = await clientOfReplay({}, (exchange) => (exchange === 1 ? fault : undefined));
    expect((await node.block(5)).height).toBe(5);
  });

  it('shows that it waits for a node, and why', async () => {
    const warnings: object[] = [];
    const node = await clientOfReplay({ log: { warn: (fields) => warnings.push(fields) } }, (exchange) =>
      exchange === 1 ? { kind: 'status', status: 503 } : undefined,
    );
    const block = node.block(5);
    await expect.poll(() => node.state().waitingReason).toBe('node');
    expect(node.state().waitingFor).toContain('HTTP 503');
    await block;
    expect(node.state()).toMatchObject({ waitingReason: null, waitingFor: null });
    expect(warnings).toMatchObject([{ code: 'NODE_BUSY' }]);
  });

  it('keeps to the rate that the node asks for', async () => {
    const node = await clientOfReplay({}, (exchange) =>
      exchange === 1 ? { kind: 'status', status: 429, retryAfter: '1' } : undefined,
    );
    const started = performance.now();
    const block = node.block(5);
    await expect.poll(() => node.state().waitingReason).toBe('rate-limit');
    await block;
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it('gives up at once when the node asks for more patience than there is', async () => {
    const node = await clientOfReplay({ patienceMs: 5000 }, () => ({
      kind: 'status',
      status: 429,
      retryAfter: '3600',
    }));
    await expect(node.block(5)).rejects.toMatchObject({
      code: 'NODE_BUSY',
      details: { retryAfterMs: 3_600_000 },
    });
  });

  it('asks with less at a time while the node is overloaded', async () => {
    const node = await clientOfReplay({ maxConcurrency: 4 }, (exchange) =>
      exchange <= 4 ? { kind: 'status', status: 503 } : undefined,
    );
    const blocks = node.blocks(Array.from({ length: 100 }, (_, i) => i));
    await expect.poll(() => node.state().concurrency).toBeLessThan(4);
    expect(await blocks).toHaveLength(100);
  });

  it('takes batches in any order', async () => {
    const node = await clientOfReplay({}, () => ({ kind: 'reverse' }));
    expect((await node.blocks([1, 2, 3])).map(({ height }) => height)).toEqual([1, 2, 3]);
  });

  it.each([{ kind: 'drop', item: 1 } as const, { kind: 'duplicate', item: 1 } as const])(
    'notices the $kind of an item',
    async (fault) => {
      const node = await clientOfReplay({}, () => fault);
      const answers = await node.batch(
        [1, 2, 3].map((i) => ({ method: 'icx_getBlockByHeight', params: { height: `0x${i}` } })),
      );
      expect(answers.map(({ error }) => error?.code)).toEqual([undefined, 'NODE_ANSWER_DAMAGED', undefined]);
      await expect(node.blocks([1, 2, 3])).rejects.toMatchObject({
        code: 'NODE_ANSWER_DAMAGED',
        retry: 'later',
      });
    },
  );

  it('notices another block in place of the one it asked for', async () => {
    const block = (height: number) => ({ method: 'icx_getBlockByHeight', params: { height: `0x${height}` } });
    const other = JSON.stringify({
      jsonrpc: '2.0',
      id: 0,
      result: await (await clientOfReplay()).call(block(7).method, block(7).params),
    });
    const node = await clientOfReplay({}, () => ({ kind: 'status', status: 200, body: other }));
    await expect(node.block(8)).rejects.toThrow(/block 7 in place of 8/);
  });

  it('refuses a height that JSON cannot hold exactly', async () => {
    const body = '{"jsonrpc":"2.0","id":0,"result":{"height":9007199254740993}}';
    const node = await clientOfReplay({}, () => ({ kind: 'status', status: 200, body }));
    await expect(node.block(9007199254740992)).rejects.toMatchObject({ code: 'ICON_MALFORMED' });
  });

  it('ends a request that takes too long', async () => {
    const node = await clientOfReplay({ timeoutMs: 50, patienceMs: 0 }, () => ({ kind: 'delay', ms: 5000 }));
    await expect(node.block(5)).rejects.toMatchObject({ code: 'NODE_TIMEOUT', details: { seconds: 0.05 } });
  });

  it('asks for less when an answer is too large, and says so when less is not possible', async () => {
    const node = await clientOfReplay({ maxAnswerBytes: 2000 });
    expect(await node.blocks([1, 2, 3, 4, 5, 6, 7, 8, 9])).toHaveLength(9);
    await expect(node.blocks([1, 2, 0x2d, 4])).rejects.toMatchObject({
      code: 'NODE_ANSWER_TOO_LARGE',
      details: { method: 'icx_getBlockByHeight', maxBytes: 2000 },
    });
  });

  it.each(['waiting', 'asking', 'queued'])('stops when it is told to while %s', async (moment) => {
    const fault =
      moment === 'waiting'
        ? ({ kind: 'status', status: 503 } as const)
        : ({ kind: 'delay', ms: 60_000 } as const);
    const node = await clientOfReplay({ maxConcurrency: 1 }, () => fault);
    const stop = new AbortController();
    const first = moment === 'queued' ? node.block(1).catch(() => undefined) : undefined;
    const block = node.block(5, { signal: stop.signal });
    await expect.poll(() => stateShows(node.state(), moment)).toBe(true);
    stop.abort(new Error('enough'));
    await expect(block).rejects.toThrow('enough');
    await node.close();
    await first;
  });

  it('ends what is under way when it is closed', async () => {
    const node = await clientOfReplay({}, () => ({ kind: 'delay', ms: 60_000 }));
    const block = node.block(5);
    await expect.poll(() => node.state().inFlight).toBe(1);
    await Promise.all([node.close(), expect(block).rejects.toMatchObject({ name: 'AbortError' })]);
  });
});

describe('an address that is not that of a node', () => {
  const single = { patienceMs: 0 };

  it('is unreachable when nobody listens there', async () => {
    const node = clientOf('http://127.0.0.1:1/api/v3');
    await expect(node.network(single)).rejects.toMatchObject({ code: 'NODE_UNREACHABLE', retry: 'later' });
  });

  it('is no node when a page is there, another path, or something that does not speak HTTP', async () => {
    const page = await clientOfReplay({}, () => ({ kind: 'html' }));
    await expect(page.network(single)).rejects.toThrow(/HTTP 200 text\/html "<!doctype html>/);
    const path = clientOf(
      await listen(createHttpServer((_, response) => response.writeHead(404).end('nothing here'))),
    );
    await expect(path.network(single)).rejects.toMatchObject({ code: 'NODE_NOT_ICON', retry: 'never' });
    const mute = clientOf(
      await listen(createTcpServer((socket) => socket.resume().end('220 mail.example.com ready\r\n'))),
    );
    await expect(mute.network(single)).rejects.toThrow(/no HTTP/);
  });

  it.each(['127.0.0.1:9080', 'ftp://127.0.0.1/', '', 'http://'])(
    'is refused before anything is asked: %j',
    (url) => {
      expect(() => clientOf(url)).toThrow(expect.objectContaining({ code: 'NODE_URL_INVALID' }) as Error);
    },
  );

  it('is shown without its password, which is sent', async () => {
    const seen: (string | undefined)[] = [];
    const url = await listen(
      createHttpServer((request, response) => {
        seen.push(request.headers.authorization);
        response.writeHead(401).end('who are you');
      }),
    );
    const node = clientOf(url.replace('//', '//me:s%20cret@'));
    expect(node.url).not.toContain('cret');
    await expect(node.network(single)).rejects.not.toThrow(/cret/);
    expect(seen).toEqual([`Basic ${Buffer.from('me:s cret').toString('base64')}`]);
    expect(() => clientOf('ftp://me:s%20cret@host')).not.toThrow(/cret/);
  });
});

async function clientOfReplay(settings: Partial<NodeClientSettings> = {}, faults?: Faults) {
  const replay = await startReplay({
    recording,
    ...(faults === undefined ? {} : { faults }),
  });
  closers.push(replay.stop);
  return clientOf(replay.url, settings);
}

function clientOf(url: string, settings: Partial<NodeClientSettings> = {}) {
  const client = createNodeClient({ url, ...settings });
  closers.push(client.close);
  return client;
}

async function listen(server: ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
}

function stateShows(
  { waitingReason, inFlight, queued }: ReturnType<ReturnType<typeof clientOf>['state']>,
  moment: string,
): boolean {
  if (moment === 'waiting') return waitingReason !== null;
  return moment === 'queued' ? queued === 1 : inFlight === 1;
}
