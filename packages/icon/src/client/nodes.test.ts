import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadRecording, RECORDINGS, startReplay, type Faults } from '@madang/localnet';
import { afterEach, describe, expect, it } from 'vitest';
import { startSmallNode, usualHash, type SmallChain } from '../../test/small-node.ts';
import { createNodeClient, type NodeClientSettings } from './index.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const NOBODY = 'http://127.0.0.1:1/api/v3';

describe('several nodes', () => {
  it.each([',', ' , ', ',\n'])('are named in one text, separated by %j', async (separator) => {
    const [one, other] = [await smallNode(), await smallNode()];
    const client = clientOf([one.url, other.url].join(separator));
    expect(await client.lastHeight()).toBe(100);
    expect(client.url).toBe(one.url);
    expect(client.state().nodes).toEqual([
      { url: one.url, inUse: true, trouble: null },
      { url: other.url, inUse: false, trouble: null },
    ]);
    expect(other.asked).toEqual([]);
  });

  it.each([
    ['http://127.0.0.1:9080, ftp://me:secret@node', 'ftp://node'],
    ['http://127.0.0.1:9080,', ''],
    ['http://127.0.0.1:9080,,http://127.0.0.1:9081', ''],
    ['nonsense,http://127.0.0.1:9080', 'nonsense'],
  ])('are refused together when one is wrong, which is named: %j', (url, wrong) => {
    expect(() => clientOf(url)).toThrow(
      expect.objectContaining({
        code: 'NODE_URL_INVALID',
        details: expect.objectContaining({ url: wrong }) as object,
      }) as Error,
    );
  });

  it('are passed over at the start until one works, which stays in use', async () => {
    const good = await smallNode();
    const warnings: object[] = [];
    const client = clientOf(`${NOBODY},http://me:secret@${good.url.slice(7)},http://127.0.0.1:2`, {
      log: { warn: (fields, message) => warnings.push({ ...fields, message }) },
    });
    expect((await client.block(7)).height).toBe(7);
    expect(client.url).toBe(good.url);
    await client.blocks([8, 9]);
    expect(warnings).toMatchObject([
      { url: NOBODY, code: 'NODE_UNREACHABLE', message: 'passing over a node' },
      { from: NOBODY, to: good.url, message: 'asking another node' },
    ]);
    expect(warnings).toHaveLength(2);
    expect(JSON.stringify([warnings, client.state()])).not.toContain('secret');
  });

  it.each([
    ['is gone', undefined],
    ['answers with a server error', { kind: 'status', status: 502 } as const],
    ['limits the rate', { kind: 'status', status: 429, retryAfter: '3600' } as const],
    ['has a page in its place', { kind: 'html' } as const],
    ['breaks off', { kind: 'disconnect' } as const],
    ['takes too long', { kind: 'delay', ms: 60_000 } as const],
  ])('take over when the one in use %s, for calls under way, too', async (_, fault) => {
    let broken = false;
    const first = await replay(() => (broken ? fault : undefined));
    const second = await replay();
    const client = clientOf(`${first.url},${second.url}`, { timeoutMs: 500 });
    const heights = Array.from({ length: 200 }, (_, i) => i);
    await client.blocks(heights);
    broken = true;
    if (fault === undefined) await first.stop();
    const [blocks, more] = await Promise.all([client.blocks(heights), client.blocks(heights)]);
    expect(blocks.map(({ height }) => height)).toEqual(heights);
    expect(more).toEqual(blocks);
    expect(client.url).toBe(second.url);
  });

  it('do not give the place back when the first is there again', async () => {
    const [one, other] = [await smallNode(), await smallNode()];
    const client = clientOf(`${one.url},${other.url}`);
    await client.lastHeight();
    one.chain.broken = 503;
    await client.lastHeight();
    one.chain.broken = null;
    const before = one.asked.length;
    await client.lastHeight();
    expect(one.asked).toHaveLength(before);
    other.chain.broken = 503;
    await client.lastHeight();
    expect(client.url).toBe(one.url);
  });

  it('fail together with the trouble that may pass', async () => {
    const page = await listen('<!doctype html>');
    const client = clientOf(`${page},${NOBODY}`);
    await expect(client.lastHeight()).rejects.toMatchObject({ code: 'NODE_UNREACHABLE', retry: 'later' });
    expect(client.url).toBe(page);
    const pages = clientOf(`${page},${page}`);
    await expect(pages.lastHeight()).rejects.toMatchObject({ code: 'NODE_NOT_ICON', retry: 'never' });
  });

  it('leave errors of single requests in their places', async () => {
    const client = clientOf(`${(await smallNode()).url},${NOBODY}`);
    const answers = await client.batch([
      { method: 'icx_getBlockByHeight', params: { height: '0x1000' } },
      { method: 'icx_getNetworkInfo' },
    ]);
    expect(answers).toMatchObject([{ error: { code: 'NODE_NOT_FOUND' } }, { result: { nid: '0x7' } }]);
  });

  it('are not asked any more once the signal says so', async () => {
    const slow = await replay(() => ({ kind: 'delay', ms: 60_000 }));
    const spare = await smallNode();
    const client = clientOf(`${slow.url},${spare.url}`);
    const stop = new AbortController();
    const height = client.lastHeight({ signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(height).rejects.toThrow('enough');
    expect(spare.asked).toEqual([]);
  });
});

describe('a node that would take over', () => {
  it.each([
    ['network id', { nid: '0x8' }, 'NODE_OTHER_NETWORK', /network id is 0x8, not 0x7/],
    ['first block', { hashAt: otherAt(0) }, 'NODE_OTHER_NETWORK', /first block is 0xff/],
    ['block that was read', { hashAt: otherAt(42) }, 'NODE_OTHER_NETWORK', /block 42 is 0xff/],
    ['height', { latest: 41 }, 'NODE_BEHIND', /does not have block 42/],
    ['history', { earliest: 43 }, 'NODE_BEHIND', /does not have block 42/],
  ] as const)(
    'is refused for another %s, and the next one is looked at',
    async (_, changes, code, reason) => {
      const [one, wrong, right] = [await smallNode(), await smallNode(changes), await smallNode()];
      const warnings: object[] = [];
      const client = clientOf(`${one.url},${wrong.url},${right.url}`, {
        log: { warn: (fields) => warnings.push(fields) },
      });
      await client.blocks([42, 7]);
      one.chain.broken = 503;
      expect((await client.block(50)).hash).toBe(`0x${usualHash(50)}`);
      expect(client.url).toBe(right.url);
      expect(client.state().nodes[1]?.trouble).toMatch(reason);
      expect(warnings).toContainEqual(expect.objectContaining({ url: wrong.url, code }));
    },
  );

  it('gives nothing when it is refused: the trouble of the one in use is told', async () => {
    const [one, wrong] = [await smallNode(), await smallNode({ hashAt: otherAt(0) })];
    const client = clientOf(`${one.url},${wrong.url}`);
    await client.block(0);
    one.chain.broken = 503;
    await expect(client.block(5)).rejects.toMatchObject({ code: 'NODE_BUSY' });
    expect(client.url).toBe(one.url);
    one.chain.broken = null;
    expect((await client.block(5)).height).toBe(5);
    expect(client.state().nodes[0]?.trouble).toBeNull();
  });

  it('is taken as soon as it has caught up', async () => {
    const [one, late] = [await smallNode(), await smallNode({ latest: 41 })];
    const client = clientOf(`${one.url},${late.url}`);
    await client.block(42);
    one.chain.broken = 503;
    await expect(client.block(42)).rejects.toMatchObject({ code: 'NODE_BUSY' });
    late.chain.latest = 42;
    expect((await client.block(42)).height).toBe(42);
    expect(client.url).toBe(late.url);
  });

  it('may be pruned when it has the block that was read last', async () => {
    const [one, pruned] = [await smallNode(), await smallNode({ earliest: 30 })];
    const client = clientOf(`${one.url},${pruned.url}`);
    await client.block(42);
    one.chain.broken = 503;
    expect((await client.block(42)).height).toBe(42);
    expect(client.url).toBe(pruned.url);
  });

  it('is refused when it is another recorded chain', async () => {
    const first = await replay();
    const other = await startReplay({ recording: RECORDINGS.auditChain });
    closers.push(other.stop);
    const client = clientOf(`${first.url},${other.url}`);
    await client.block(5);
    await first.stop();
    await expect(client.block(5)).rejects.toMatchObject({ code: 'NODE_UNREACHABLE' });
    expect(client.state().nodes[1]?.trouble).toContain('network id is 0x53, not 0x7');
  });
});

const recording = await loadRecording(RECORDINGS.chain);

async function replay(faults?: Faults) {
  const started = await startReplay({ recording, ...(faults === undefined ? {} : { faults }) });
  closers.push(started.stop);
  return started;
}

async function smallNode(changes?: Partial<SmallChain>) {
  const node = await startSmallNode(changes);
  closers.push(node.stop);
  return node;
}

/** One attempt per node, unless a test says otherwise. */
function clientOf(url: string, settings: Partial<NodeClientSettings> = {}) {
  const client = createNodeClient({ url, patienceMs: 0, ...settings });
  closers.push(client.close);
  return client;
}

async function listen(page: string): Promise<string> {
  const server = createServer((_, response) => response.end(page));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
}

function otherAt(height: number): (asked: number) => string {
  return (asked) => (asked === height ? 'f'.repeat(64) : usualHash(asked));
}
