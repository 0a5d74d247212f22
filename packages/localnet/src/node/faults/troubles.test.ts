import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../../test/listener.ts';
import { removeChains, startLive, type LiveBench } from '../../../test/live.ts';
import { parseTrouble } from './trouble.ts';

let live: LiveBench;
beforeEach(async () => {
  live = await startLive({ control: true });
});
afterEach(() => live.stop());
afterAll(removeChains);

const trouble = (...texts: string[]): void => live.net.troubles.add(texts.map(parseTrouble));
const request = (method: string, params?: object, id = 1) => ({
  jsonrpc: '2.0',
  id,
  method,
  ...(params && { params }),
});
const BATCH = [1, 2, 3].map((id) => request('icx_getLastBlock', undefined, id));

function post(body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(live.net.url, { method: 'POST', body: JSON.stringify(body), ...(signal && { signal }) });
}
async function json<T>(body: object): Promise<T> {
  return (await (await post(body)).json()) as T;
}
const latest = async (): Promise<number> =>
  Number((await json<{ result: { latest: string } }>(request('icx_getNetworkInfo'))).result.latest);
const errorOf = async (method: string, params: object) =>
  (await json<{ error?: { code: number; message: string } }>(request(method, params))).error;
const produce = (blocks: number): void => {
  for (let left = blocks; left > 0; left -= 1) live.net.produce();
};
const hex = (height: number): string => `0x${height.toString(16)}`;

describe('an answer in trouble', () => {
  it('is 429, says when to come again, and only so often', async () => {
    trouble('429:x2');
    const answers = [await post(BATCH), await post(BATCH), await post(BATCH)];
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe('1');
    expect(live.net.troubles.list()).toEqual([]);
  });

  it('is 502 in about the share that is asked for', async () => {
    trouble('502:0.3');
    let bad = 0;
    for (let i = 0; i < 200; i += 1) bad += Number((await post(BATCH)).status === 502);
    expect(bad).toBeGreaterThan(30);
    expect(bad).toBeLessThan(90);
  });

  it('never comes', async () => {
    trouble('timeout:x1');
    await expect(post(BATCH, AbortSignal.timeout(150))).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await post(BATCH)).status).toBe(200);
  });

  it('comes later, and is wrong beside that', async () => {
    trouble('slow:120', '502:x1');
    const begun = performance.now();
    expect((await post(BATCH)).status).toBe(502);
    expect(performance.now() - begun).toBeGreaterThan(110);
  });

  it('is half of its JSON', async () => {
    trouble('reordered', 'truncated:x1');
    await expect(json(BATCH)).rejects.toThrow(SyntaxError);
  });

  it('ends with its connection', async () => {
    trouble('disconnect:x1');
    await expect(json(BATCH)).rejects.toThrow(TypeError);
  });

  it('has an error among the results of a batch, and none without a batch', async () => {
    trouble('error-item');
    const answers = await json<{ error?: { code: number } }[]>(BATCH);
    expect(answers.map(({ error }) => error?.code).filter(Boolean)).toEqual([-32603]);
    expect(await json(request('icx_getLastBlock'))).toHaveProperty('result');
  });

  it('has the results of a batch in another order', async () => {
    trouble('reordered');
    expect((await json<{ id: number }[]>(BATCH)).map(({ id }) => id)).toEqual([3, 2, 1]);
  });
});

describe('a node in trouble', () => {
  it('is behind, and knows neither blocks nor transactions that it does not have', async () => {
    const sent = await live.done(live.net.god, { to: live.net.wallet('bob').address, value: '0x1' });
    produce(4);
    trouble('behind:5');
    expect(await latest()).toBe(1);
    expect(await errorOf('icx_getBlockByHeight', { height: '0x2' })).toEqual({
      ...{ code: -31004, message: 'NotFound: E1005:no block for 2' },
    });
    expect(await errorOf('icx_getTransactionResult', { txHash: sent.txHash })).toMatchObject({
      code: -31003,
    });
    trouble('behind:6');
    expect(await errorOf('icx_getTransactionResult', { txHash: sent.txHash })).toMatchObject({
      code: -31004,
    });
    live.net.troubles.clear();
    expect(await latest()).toBe(6);
  });

  it('stands still, also for those who listen, until it goes on', async () => {
    produce(3);
    trouble('stuck');
    const listener = listen(live.net.url, 'default/block', { height: '0x3' });
    expect(await listener.take(2)).toHaveLength(2);
    produce(2);
    expect(await latest()).toBe(3);
    expect(await listener.pending()).toEqual([]);
    live.net.troubles.clear();
    expect((await listener.take(2)).map(heightOf)).toEqual([4, 5]);
    listener.socket.terminate();
  });

  it('has forgotten its first blocks and states', async () => {
    const sent = await live.done(live.net.god, { to: live.net.wallet('bob').address, value: '0x1' });
    produce(4);
    trouble('pruned:4');
    const { result } = await json<{ result: object }>(request('icx_getNetworkInfo'));
    expect(result).toMatchObject({ earliest: '0x4', latest: '0x6' });
    const { address } = live.net.god;
    for (const [method, params] of [
      ['icx_getBlockByHeight', { height: '0x3' }],
      ['icx_getBalance', { address, height: '0x3' }],
      ['icx_getTransactionResult', { txHash: sent.txHash }],
      ['icx_getTransactionByHash', { txHash: sent.txHash }],
    ] as const)
      expect(await errorOf(method, params)).toMatchObject({ code: -31004 });
    expect(await errorOf('icx_getBlockByHeight', { height: '0x4' })).toBeUndefined();
    expect(await errorOf('icx_getBalance', { address, height: '0x5' })).toBeUndefined();
  });

  it('is another chain with the same network id, and its streams end; then it is itself again', async () => {
    produce(5);
    const hashAt = async (height: number): Promise<string> =>
      (
        await json<{ result: { block_hash: string } }>(
          request('icx_getBlockByHeight', { height: hex(height) }),
        )
      ).result.block_hash;
    const [own, listener] = [await hashAt(0), listen(live.net.url, 'default/block', { height: '0x5' })];
    await listener.take(2);
    trouble('other-chain');
    expect(await listener.closed).toMatchObject({ code: 1006 });
    expect(await latest()).toBe(5);
    expect(await hashAt(0)).not.toBe(own);
    const { result } = await json<{ result: object }>(request('icx_getNetworkInfo'));
    expect(result).toMatchObject({ nid: '0x3' });
    const [, block] = await listen(live.net.url, 'default/block', { height: '0x0' }).take(2);
    expect(block).toContain(await hashAt(0));
    live.net.troubles.clear();
    expect(await hashAt(0)).toBe(own);
  });
});

describe('a stream in trouble', () => {
  const heights = async (...texts: string[]): Promise<number[]> => {
    produce(4);
    trouble(...texts);
    const listener = listen(live.net.url, 'default/block', { height: '0x1' });
    const [accepted] = await listener.take(1);
    expect(accepted).toBe('{"code":0}\n');
    const messages = await listener.take(3);
    listener.socket.terminate();
    return messages.map(heightOf);
  };
  it('leaves notifications out', async () => {
    expect(await heights('lost:x1')).toEqual([2, 3, 4]);
  });
  it('tells some twice', async () => {
    expect(await heights('doubled:x1')).toEqual([1, 1, 2]);
  });
  it('tells some after the next one', async () => {
    expect(await heights('late:x1')).toEqual([2, 1, 3]);
  });
  it('is cut', async () => {
    expect(await heights('cut:x1')).toEqual([]);
  });
});

describe('the control of faults', () => {
  const CONTROL = '/control/faults';
  const ask = async (method: string, body?: string, headers: Record<string, string> = {}) => {
    const url = new URL(CONTROL, live.net.url);
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
    return { status: response.status, json: (await response.json()) as unknown };
  };
  const JSON_TYPE = { 'content-type': 'application/json' };

  it('adds faults, tells and clears them', async () => {
    const added = await ask('POST', '{"faults":["429:0.5","behind:2"]}', JSON_TYPE);
    expect(added).toEqual({ status: 200, json: { faults: ['429:0.5', 'behind:2'] } });
    expect((await ask('POST', '{"faults":["stuck"]}', JSON_TYPE)).json).toEqual({
      faults: ['429:0.5', 'behind:2', 'stuck'],
    });
    expect(await ask('GET')).toMatchObject({ json: { faults: ['429:0.5', 'behind:2', 'stuck'] } });
    expect(await ask('DELETE')).toEqual({ status: 200, json: { faults: [] } });
  });

  it.each([
    ['POST', '{"faults":["nothing"]}', JSON_TYPE, 400, /LOCALNET_FAULT_USAGE/],
    ['POST', '{"faults":"stuck"}', JSON_TYPE, 400, /LOCALNET_FAULT_USAGE/],
    ['POST', '{', JSON_TYPE, 400, /LOCALNET_FAULT_USAGE/],
    ['POST', '{"faults":["stuck"]}', { 'content-type': 'text/plain' }, 415, /application\/json/],
    ['PUT', '{}', JSON_TYPE, 405, /GET, POST and DELETE/],
  ])('refuses %s %s', async (method, body, headers, status, reason) => {
    const answer = await ask(method, body, headers);
    expect(answer.status).toBe(status);
    expect((answer.json as { error: string }).error).toMatch(reason);
    expect(live.net.troubles.list()).toEqual([]);
  });

  it('is not there unless it is asked for', async () => {
    const other = await startLive();
    const response = await fetch(new URL(CONTROL, other.net.url));
    expect(response.status).toBe(404);
    await other.stop();
  });

  it('is not for a page that comes by the name of another host', async () => {
    expect((await askAs('madang.example')).status).toBe(403);
    expect((await askAs('localhost')).status).toBe(200);
  });
});

/** Asks with a name in the header `Host`, which `fetch` does not let one choose. */
async function askAs(host: string): Promise<{ status: number | undefined }> {
  const { get } = await import('node:http');
  const { port } = new URL(live.net.url);
  return new Promise((resolve, reject) => {
    const asked = get({ port, host: '127.0.0.1', path: '/control/faults', headers: { host } }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode });
    });
    asked.on('error', reject);
  });
}

const heightOf = (text: string): number => Number((JSON.parse(text) as { height: string }).height);
