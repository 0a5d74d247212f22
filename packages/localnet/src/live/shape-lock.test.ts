import { ADDRESS, formatInteger, genesisId, type JsonObject } from '@madang/icon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeChains } from '../../test/live.ts';
import { recordedExchanges, type Exchange } from '../../test/recorded.ts';
import { startScene, type Scene } from '../../test/scene.ts';
import { shapeText } from '../../test/shape.ts';
import { ICX } from '../chain/genesis.ts';
import { codeHashOf } from '../scores/archive.ts';
import { IRC2 } from '../scores/irc2.ts';
import { IRC3 } from '../scores/irc3.ts';
import { MARKET } from '../scores/market.ts';

const exchanges = recordedExchanges();
const exchangeOf = (what: string): Exchange => exchanges.find((exchange) => exchange.what === what)!;

/** Questions about no key, height or time of the chain: asked as they were, and answered the same byte for byte. */
const SAME = [
  'batch too long',
  'empty batch',
  'notification',
  'no id',
  'height past the end',
  'height not hex',
  'height negative',
  'no params',
  'extra params',
  'unknown transaction',
  'short hash',
  'unknown block hash',
  'bad address',
  'no such contract',
  'api of a wallet',
  'unknown method',
  'not json',
  'json, not an object',
  'wrong version',
  'GET',
  'unknown path',
  'unknown channel',
  'debug method on the plain path',
  'missing signature',
  'data of an unknown hash',
];

/** What is asked with the chain's own keys, heights and clock, and what is done while the answer is waited for. */
interface Question {
  readonly params?: JsonObject;
  readonly meanwhile?: () => Promise<void>;
}

/** The others: answered with the same members in the same order, the same forms, codes and words. */
const QUESTIONS: Readonly<Record<string, (scene: Scene) => Question | Promise<Question>>> = {
  'last block': () => ({}),
  'channel path': () => ({}),
  network: () => ({}),
  batch: () => ({}),
  'system api': () => ({}),
  terms: () => ({}),
  'total supply': () => ({}),
  'block by hash': async (scene) => {
    const { result } = await scene.ask('icx_getTransactionByHash', { txHash: await transferred(scene) });
    return { params: { hash: (result as JsonObject)['blockHash'] } };
  },
  'block header': ({ net }) => ({ params: { height: formatInteger(net.chain.height() - 1) } }),
  votes: ({ net }) => ({ params: { height: formatInteger(net.chain.height() - 1) } }),
  balance: ({ owner, net }) => ({
    params: { address: owner.address, height: formatInteger(net.chain.height() - 1) },
  }),
  transaction: ({ deployHash }) => ({ params: { txHash: deployHash } }),
  result: ({ deployHash }) => ({ params: { txHash: deployHash } }),
  'genesis transaction': (scene) => ({ params: { txHash: genesisIn(scene) } }),
  'genesis result': (scene) => ({ params: { txHash: genesisIn(scene) } }),
  'score api': ({ token }) => ({ params: { address: token } }),
  'score status': ({ token }) => ({ params: { address: token } }),
  'contract archive of MDG': () => ({ params: { hash: codeHashOf(IRC2) } }),
  'contract archive of MARKET': () => ({ params: { hash: codeHashOf(MARKET) } }),
  'contract archive of ALB': () => ({ params: { hash: codeHashOf(IRC3) } }),
  call: ({ token }) => called(token, 'symbol'),
  'call that reverts': ({ collection }) => called(collection, 'ownerOf', { _tokenId: '0xffffff' }),
  'call of no method': ({ collection }) => called(collection, 'none'),
  'call of a writer': ({ token, owner }) => called(token, 'transfer', { _to: owner.address, _value: '0x1' }),
  stake: async ({ call, other }) => {
    await call(other, ADDRESS.system, 'setStake', { value: formatInteger(10n * ICX) });
    return called(ADDRESS.system, 'getStake', { address: other.address });
  },
  prep: async ({ ask }) => {
    const { result } = await ask('icx_call', called(ADDRESS.system, 'getPReps').params);
    const { preps } = result as { preps: readonly { readonly address: string }[] };
    return called(ADDRESS.system, 'getPRep', { address: preps[0]!.address });
  },
  send: (scene) => ({ params: transferOf(scene) }),
  'send again': async (scene) => {
    const params = transferOf(scene);
    await scene.ask('icx_sendTransaction', params);
    return { params };
  },
  'send without coins': ({ signed, net, owner }) => ({
    params: signed(net.wallet('poor'), { to: owner.address, value: '0x1' }),
  }),
  'step limit too low': (scene) => ({ params: transferOf(scene, { stepLimit: '0x1' }) }),
  'wrong signature': (scene) => ({ params: { ...transferOf(scene), nonce: '0x7fffffff' } }),
  'other network': (scene) => ({ params: transferOf(scene, { nid: '0x63' }) }),
  'old timestamp': (scene) => ({
    params: transferOf(scene, { timestamp: formatInteger(nowIn(scene) - 5n * YEAR) }),
  }),
  pending: async (scene) => ({ params: { txHash: await sent(scene) } }),
  'result of the newest block': async (scene) => {
    const txHash = await sent(scene);
    scene.net.produce();
    return { params: { txHash } };
  },
  wait: async (scene) => ({
    params: { txHash: await sent(scene) },
    async meanwhile() {
      scene.net.produce();
      await new Promise(setImmediate);
      scene.net.produce();
    },
  }),
  estimate(scene) {
    const { signature: _, stepLimit: __, ...params } = transferOf(scene);
    return { params };
  },
};

const YEAR = 365n * 24n * 3600n * 1_000_000n;
const nowIn = ({ net: { chain } }: Scene): bigint => chain.timestampOf(chain.height());

function transferOf({ signed, owner, other }: Scene, members: JsonObject = {}): JsonObject {
  return signed(owner, { to: other.address, value: '0x1', ...members });
}

async function sent(scene: Scene): Promise<string> {
  return String((await scene.ask('icx_sendTransaction', transferOf(scene))).result);
}

async function transferred(scene: Scene): Promise<string> {
  const txHash = await sent(scene);
  scene.net.produce();
  scene.net.produce();
  return txHash;
}

function genesisIn({ net: { chain } }: Scene): string {
  const { confirmed_transaction_list: list } = JSON.parse(chain.ledger.block(0)) as {
    confirmed_transaction_list: readonly unknown[];
  };
  return genesisId(list[0]);
}

function called(to: string, method: string, params?: JsonObject): { readonly params: JsonObject } {
  return { params: { to, dataType: 'call', data: { method, ...(params && { params }) } } };
}

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(async () => {
  await scene.stop();
  removeChains();
});

describe('a live chain, asked what a real node was asked', () => {
  it('is compared in every recorded exchange', () => {
    expect([...SAME, ...Object.keys(QUESTIONS)].sort()).toEqual(exchanges.map(({ what }) => what).sort());
  });

  it.each(SAME)('answers the same, byte for byte: %s', async (what) => {
    const { request, status, type, answer } = exchangeOf(what);
    expect(await asked(exchangeOf(what), request)).toEqual({ status, type, answer });
  });

  it.each(Object.entries(QUESTIONS))('answers in the same shape: %s', async (what, question) => {
    const exchange = exchangeOf(what);
    const { params, meanwhile } = await question(scene);
    const request = params === undefined ? exchange.request : { ...(exchange.request as object), params };
    const answering = asked(exchange, request);
    await meanwhile?.();
    const { status, type, answer } = await answering;
    expect({ status, type }).toEqual({ status: exchange.status, type: exchange.type });
    expect(shapesOf(what, answer)).toEqual(shapesOf(what, exchange.answer));
  });
});

/** Shapes of an answer, or of those of a batch. */
function shapesOf(what: string, answer: string): string[] {
  // Step costs and the parameters of its contracts are what the founder of a chain writes into its genesis.
  const own = what === 'genesis transaction' ? ['stepCosts', 'params'] : [];
  const json = JSON.parse(answer, (name, value: unknown) => (own.includes(name) ? null : value)) as unknown;
  return [json].flat().map(shapeText);
}

async function asked({ path, method }: Exchange, request: unknown) {
  const body = typeof request === 'string' ? request : JSON.stringify(request);
  const response = await fetch(new URL(path, scene.net.url), method === 'GET' ? {} : { method, body });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    answer: await response.text(),
  };
}
