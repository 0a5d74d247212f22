import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedExchanges, type Exchange } from '../../test/recorded.ts';
import { shapeText } from '../../test/shape.ts';
import { RECORDINGS, startReplay, type Replay } from '../index.ts';

const exchanges = recordedExchanges();

/** Asked about state that the recording has too: status, type and answer have to be the same, byte for byte. */
const SAME = [
  'block by hash',
  'transaction',
  'result',
  'score api',
  'system api',
  'call',
  'balance',
  'genesis transaction',
  'genesis result',
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
  'call of no method',
  'call of a writer',
  'unknown method',
  'not json',
  'json, not an object',
  'wrong version',
  'GET',
  'unknown path',
  'unknown channel',
  'debug method on the plain path',
];

/** The real node was some blocks further when asked: members, their order and their types have to be the same. */
const SAME_SHAPE = ['last block', 'network', 'batch', 'channel path'];

/** What a recording cannot answer, or must not: a follower of the chain has to work it out. */
const NOT_REPLAYED = [
  'block header',
  'votes',
  'total supply',
  'score status',
  'call that reverts',
  'send without coins',
  'wrong signature',
  'old timestamp',
  'other network',
  'step limit too low',
  'missing signature',
  'send',
  'pending',
  'send again',
  'wait',
  'estimate',
  'result of the newest block',
  'contract archive of MDG',
  'contract archive of MARKET',
  'contract archive of ALB',
  'data of an unknown hash',
  'stake',
  'prep',
  'terms',
];

let replay: Replay;
beforeAll(async () => {
  replay = await startReplay({ recording: RECORDINGS.chain });
});
afterAll(() => replay.stop());

describe('a replay, asked what a real node was asked', () => {
  it('leaves no recorded exchange out of account', () => {
    expect([...SAME, ...SAME_SHAPE, ...NOT_REPLAYED].sort()).toEqual(
      exchanges.map(({ what }) => what).sort(),
    );
  });

  it.each(SAME)('answers the same: %s', async (what) => {
    const exchange = exchangeOf(what);
    expect(await ask(exchange)).toEqual({
      status: exchange.status,
      type: exchange.type,
      answer: exchange.answer,
    });
  });

  it.each(SAME_SHAPE)('answers in the same shape: %s', async (what) => {
    const exchange = exchangeOf(what);
    const { status, type, answer } = await ask(exchange);
    expect({ status, type }).toEqual({ status: exchange.status, type: exchange.type });
    expect(shapeText(JSON.parse(answer))).toEqual(shapeText(JSON.parse(exchange.answer)));
  });

  it('answers the same about a transaction of its own newest block', async () => {
    const { request, ...exchange } = exchangeOf('result of the newest block');
    const newest = JSON.parse((await ask(exchangeOf('last block'))).answer) as LastBlock;
    const txHash = newest.result.confirmed_transaction_list[0]?.txHash;
    const answer = await ask({ ...exchange, request: { ...(request as object), params: { txHash } } });
    expect(answer).toEqual({ status: exchange.status, type: exchange.type, answer: exchange.answer });
  });

  it.each(
    NOT_REPLAYED.filter((what) => !['pending', 'result of the newest block', 'estimate'].includes(what)),
  )('refuses: %s', async (what) => {
    const { status, answer } = await ask(exchangeOf(what));
    expect(status).toBe(400);
    expect(JSON.parse(answer)).toMatchObject({
      error: { code: -32601, message: expect.stringContaining('replay') as string },
    });
  });
});

interface LastBlock {
  readonly result: { readonly confirmed_transaction_list: readonly { readonly txHash: string }[] };
}

function exchangeOf(what: string): Exchange {
  return exchanges.find((exchange) => exchange.what === what)!;
}

async function ask({ path, method, request }: Omit<Exchange, 'what' | 'status' | 'type' | 'answer'>) {
  const url = new URL(path, replay.url);
  const body = typeof request === 'string' ? request : JSON.stringify(request);
  const response = await fetch(url, method === 'GET' ? {} : { method, body });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    answer: await response.text(),
  };
}
