import { anAddress, aSealedBlock, aTransaction } from '@madang/testkit';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveRows, type ServedRows } from '../../test/serve-rows.ts';
import { oneAddress } from './address.answer.ts';
import type { AddressDetail } from './address.schema.ts';

const LOOP = 2n ** 80n + 1n;
const HEAD = 41;
let node: Server;
let served: ServedRows;
/** What the node answers with: a JSON-RPC result or error, junk, or nothing at all. */
let says: object | string | null;
let asked: unknown[];
let address: string;
let addresses = 0;

beforeAll(async () => {
  node = createServer((request, response) => {
    void text(request).then((body) => {
      const { id, method, params } = JSON.parse(body) as Record<string, unknown>;
      asked.push([method, params]);
      if (says === null) return;
      response.setHeader('content-type', 'application/json');
      response.end(typeof says === 'string' ? says : JSON.stringify({ jsonrpc: '2.0', id, ...says }));
    });
  });
  node.listen(0, '127.0.0.1');
  await once(node, 'listening');
  const url = `http://127.0.0.1:${(node.address() as AddressInfo).port}/api/v3`;
  served = await serveRows({ answers: [oneAddress] }, url);
});
afterAll(async () => {
  await served.stop();
  node.closeAllConnections();
  node.close();
});

// Each test asks about an address of its own: what a node has said is kept for a while.
beforeEach(async () => {
  asked = [];
  address = anAddress(++addresses);
  await served.reset();
  await served.write([aSealedBlock({ height: HEAD, transactions: [aTransaction({ from: address })] })]);
  await served.moveHead(HEAD);
});

const ask = (tag?: string) =>
  served.ask(`/api/tracker/v1/addresses/${address}`, tag === undefined ? {} : { 'if-none-match': tag });
const balanceIn = async (answer: Response) => ((await answer.json()) as AddressDetail).balance;

describe('a balance', () => {
  it('is what the node has after the newest block here, asked for once for the tag and the answer', async () => {
    says = { result: `0x${LOOP.toString(16)}` };
    expect(await balanceIn(await ask())).toEqual({ amount: LOOP.toString(), height: HEAD, source: 'node' });
    expect(asked).toEqual([['icx_getBalance', { address, height: `0x${(HEAD + 1).toString(16)}` }]]);
  });

  it.each([
    ['has no state of that height', { error: { code: -31004, message: 'E1005:no block' } }],
    ['refuses', { error: { code: -32601, message: 'no such method' } }],
    ['answers junk', '<html>busy</html>'],
    ['answers no number', { result: 'much' }],
    ['answers a list', { result: ['0x1'] }],
    ['is silent', null],
  ])('is unknown, and the rest is there, when the node %s', async (_what, answer) => {
    says = answer;
    const found = await ask();
    expect(found.status).toBe(200);
    expect(await found.json()).toMatchObject({ address, transactionCount: 1, balance: null });
  });

  it('changes the tag with the head', async () => {
    says = { result: '0x1' };
    const tag = (await ask()).headers.get('etag')!;
    expect((await ask(tag)).status).toBe(304);
    await served.moveHead(HEAD + 1);
    expect((await ask(tag)).status).toBe(200);
  });

  it('that was missing is not kept away by the tag of the answer without it', async () => {
    says = { error: { code: -31004, message: 'not yet' } };
    const without = await ask();
    expect(await balanceIn(without)).toBeNull();
    says = { result: '0x1' };
    const again = () => ask(without.headers.get('etag')!);
    await expect.poll(async () => (await again()).status, { timeout: 10_000 }).toBe(200);
    expect(await balanceIn(await again())).toMatchObject({ amount: '1' });
  });

  it('is not asked for when the address is not here', async () => {
    address = anAddress(0xdead);
    expect((await ask()).status).toBe(404);
    expect(asked).toEqual([]);
  });
});
