import { formatInteger, isObject, type JsonObject } from '@madang/icon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Listener } from '../../test/listener.ts';
import { removeChains, startLive } from '../../test/live.ts';
import { recordedConversations } from '../../test/recorded.ts';
import { startScene, type Scene } from '../../test/scene.ts';
import { shapeText } from '../../test/shape.ts';

let scene: Scene;
/** The height from which on something happens that is listened for. */
let start: number;
beforeAll(async () => {
  scene = await startScene();
  const { owner, other, token, market, call, net } = scene;
  start = net.chain.height();
  await call(owner, token, 'transfer', { _to: market, _value: '0x3e8' });
  await call(owner, token, 'transfer', { _to: other.address, _value: '0x5' });
  await call(owner, market, 'buy', undefined, 10n);
  while (net.chain.height() < start + 50) net.produce();
});
afterAll(async () => {
  await scene.stop();
  removeChains();
});

const conversations = recordedConversations().map((conversation) => ({
  ...conversation,
  name: `${conversation.path} ${JSON.stringify(conversation.request)}`,
}));

describe('a live chain, asked by websocket what a real node was asked', () => {
  it('is asked all of it', () => {
    expect(conversations).toHaveLength(13);
  });

  it.each(conversations.filter(({ closed }) => closed !== null))(
    'refuses in the same words, and closes: $name',
    async ({ path, request, messages, closed }) => {
      const listener = listening(path, request);
      expect(await listener.take(messages.length + 1)).toEqual(messages);
      expect(await listener.closed).toEqual(closed);
    },
  );

  it.each(conversations.filter(({ closed }) => closed === null))(
    'tells all kinds of messages that were recorded, and no other: $name',
    async ({ path, request, messages }) => {
      const kinds = new Set(messages.map(kindOf));
      const listener = listening(path, request);
      const found = new Set<string>();
      while (found.size < kinds.size) {
        const [message = ''] = await listener.take(1);
        expect([...kinds]).toContain(kindOf(message));
        found.add(kindOf(message));
      }
      for (const message of await listener.pending()) expect([...kinds]).toContain(kindOf(message));
      expect(listener.socket.readyState).toBe(listener.socket.OPEN);
      listener.socket.terminate();
    },
  );
});

/** Opens a stream with what was asked, about the heights, the contract and the wallet of the scene. */
function listening(path: string, request: unknown): Listener {
  return listen(scene.net.url, path.replace('/api/v3/', ''), isObject(request) ? hereOf(request) : request);
}

function hereOf({ height, addr, eventFilters, ...rest }: JsonObject): JsonObject {
  const isBelow = typeof height === 'string' && /^0x[0-9a-f]{1,3}$/.test(height);
  return {
    ...(height !== undefined && { height: isBelow ? formatInteger(start) : height }),
    ...(addr !== undefined && { addr: scene.token }),
    ...(Array.isArray(eventFilters) && { eventFilters: eventFilters.filter(isObject).map(hereOf) }),
    ...rest,
    ...(rest['indexed'] !== undefined && { indexed: [scene.owner.address] }),
  };
}

/** The shape of a message. Values of events are of all forms. */
function kindOf(message: string): string {
  const isValues = (name: string): boolean => name === 'indexed' || name === 'data';
  return shapeText(
    JSON.parse(message, (name, value: unknown) => (isValues(name) ? typeof value : value)) as unknown,
  );
}

describe('a stream', () => {
  it('tells at height H what the transactions of H - 1 did', async () => {
    const { net, token, owner, other, ask, signed } = scene;
    const next = net.chain.height() + 1;
    const transfer = { event: 'Transfer(Address,Address,int,bytes)', addr: token };
    const request = { height: formatInteger(next), ...transfer, logs: '0x1' };
    const events = listen(net.url, 'default/event', request);
    const blocks = listen(net.url, 'default/block', {
      height: formatInteger(next),
      eventFilters: [transfer],
    });
    expect([await events.take(1), await blocks.take(1)]).toEqual([['{"code":0}\n'], ['{"code":0}\n']]);
    const data = { method: 'transfer', params: { _to: other.address, _value: '0x7' } };
    const { result: txHash } = await ask(
      'icx_sendTransaction',
      signed(owner, { to: token, dataType: 'call', data }),
    );
    net.produce();
    net.produce();
    const { result } = await ask('icx_getTransactionResult', { txHash });
    const { blockHeight, txIndex, eventLogs } = result as JsonObject;
    expect(blockHeight).toBe(formatInteger(next));
    const { result: sealing } = await ask('icx_getBlockByHeight', { height: formatInteger(next + 1) });
    const place = {
      hash: `0x${String((sealing as JsonObject)['block_hash'])}`,
      height: formatInteger(next + 1),
    };
    expect((await events.take(1)).map((text) => JSON.parse(text) as unknown)).toEqual([
      { ...place, index: txIndex, events: ['0x0'], logs: eventLogs },
    ]);
    const [first = '', second = ''] = await blocks.take(2);
    expect(Object.keys(JSON.parse(first) as object)).toEqual(['hash', 'height']);
    expect(JSON.parse(second)).toEqual({ ...place, indexes: [[txIndex]], events: [[['0x0']]] });
    for (const { socket } of [events, blocks]) socket.terminate();
  });

  it('is one of ten at a time, of all kinds together', async () => {
    const live = await startLive();
    const open = (kind: string): Listener =>
      listen(live.net.url, `default/${kind}`, kind === 'block' ? {} : { event: 'Empty()' });
    const streams = Array.from({ length: 10 }, (_, i) => open(i % 2 === 0 ? 'block' : 'event'));
    for (const stream of streams) expect(await stream.take(1)).toEqual(['{"code":0}\n']);
    const eleventh = open('block');
    expect(await eleventh.take(2)).toEqual(['{"code":-31005,"message":"too many monitor"}\n']);
    streams[0]!.socket.terminate();
    await expect.poll(async () => (await open('event').take(1))[0]).toBe('{"code":0}\n');
    await live.stop();
    for (const stream of streams) expect(await stream.closed).toMatchObject({ code: 1006 });
  });
});
