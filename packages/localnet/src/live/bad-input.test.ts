import { ADDRESS, formatInteger, transactionId, type JsonObject } from '@madang/icon';
import { sign } from '@madang/icon/signature';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { removeChains, startLive, type LiveBench } from '../../test/live.ts';
import { STEP_LIMITS } from '../chain/genesis.ts';
import { FAULTY } from '../scores/faulty.ts';
import { IRC2 } from '../scores/irc2.ts';

const MINUTE = 60_000_000n;
const NOT_VERIFIED = { code: -31000, message: 'SystemError: E2005:Failed to verify transaction' };

let live: LiveBench;
let token: string;
beforeAll(async () => {
  live = await startLive();
  const terms = { _name: '마당', _symbol: 'MDG', _decimals: '0x12', _supply: '0x3e8' };
  token = (await live.deploy(live.net.god, IRC2, terms)).scoreAddress ?? '';
});
afterEach(async () => {
  // Whatever was sent, the next block is made, and the node answers.
  const height = live.net.chain.height();
  live.net.produce();
  const { result } = await live.ask('icx_getLastBlock');
  expect(result).toMatchObject({ height: height + 1 });
});
afterAll(async () => {
  await live.stop();
  removeChains();
});

interface Reply {
  readonly status: number;
  readonly error?: { readonly code: number; readonly message: string };
  readonly result?: unknown;
}

async function post(body: string, path = '/api/v3'): Promise<Reply> {
  const response = await fetch(new URL(path, live.net.url), { method: 'POST', body });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, ...(isJson && (JSON.parse(text) as Omit<Reply, 'status'>)) };
}

/** Sends a transfer with other members in it, signed as it is sent. */
const send = (members: JsonObject) =>
  live.ask('icx_sendTransaction', live.signed(live.net.god, { to: ADDRESS.zero, ...members }));

const sendAs = (params: unknown) => live.ask('icx_sendTransaction', params);

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('a body', () => {
  it('of more than 2 MiB is refused', async () => {
    expect(await post(' '.repeat(2 * 1024 * 1024 + 1))).toEqual({ status: 413 });
  });

  it.each(['', '{', '{"jsonrpc":"2.0",}', '[1,', 'nonsense', '{"id":1}}', '\u0000', '"\\ud83d'])(
    'that is no JSON is refused: %j',
    async (body) => {
      const { status, error } = await post(body);
      expect({ status, error }).toEqual({ status: 400, error: { code: -32700, message: 'ParseError' } });
    },
  );

  it('of a batch that is too long does nothing', async () => {
    const sends = Array.from({ length: 11 }, (_, id) => ({
      ...{ jsonrpc: '2.0', id, method: 'icx_sendTransaction' },
      params: live.signed(live.net.god, { to: ADDRESS.zero, value: '0x1' }),
    }));
    expect((await post(JSON.stringify(sends))).status).toBe(503);
    expect(sends.filter(({ params }) => live.net.chain.isPending(transactionId(params)))).toEqual([]);
  });

  it.each([
    ['the parameters', `{"jsonrpc":"2.0","id":1,"method":"icx_getBalance","params":${nested(5000)}}`],
    ['the id', `{"jsonrpc":"2.0","id":${nested(5000)},"method":"icx_getLastBlock"}`],
    ['nothing else', nested(5000)],
    ['a million lists', nested(1_000_000)],
  ])('that is nested too deep is refused: %s', async (_, body) => {
    const { status, error } = await post(body);
    expect({ status, code: error?.code }).toEqual({ status: 400, code: -32600 });
  });
});

describe('a transaction', () => {
  it('that is in a block already is refused', async () => {
    const transaction = live.signed(live.net.god, { to: ADDRESS.zero });
    expect((await sendAs(transaction)).error).toBeUndefined();
    const refusal = { code: -31000, message: 'SystemError: E2000:DuplicateTransaction' };
    expect((await sendAs(transaction)).error).toEqual(refusal);
    live.net.produce();
    expect((await sendAs(transaction)).error).toEqual(refusal);
    live.net.produce();
    expect((await sendAs(transaction)).error).toEqual(refusal);
  });

  it('of another network is refused', async () => {
    expect((await send({ nid: '0x4' })).error?.message).toBe(
      'SystemError: E1006:ValidateNetwork(nid=0x3) fail',
    );
  });

  it.each([
    [-5n * MINUTE - 1n, /^SystemError: E2002:Expired\(min-/],
    [5n * MINUTE + 5_000_000n, /^SystemError: E2003:Future\(max\+/],
    [2n ** 300n, /^SystemError: E2003:Future\(max\+/],
  ])('%s µs from now is refused', async (away, message) => {
    const { chain } = live.net;
    const timestamp = formatInteger(chain.timestampOf(chain.height()) + away);
    expect((await send({ timestamp })).error).toMatchObject({
      code: -31000,
      message: expect.stringMatching(message) as string,
    });
  });

  it.each([
    ['value', 300n],
    ['stepLimit', 300n],
    ['stepLimit', 2000n],
  ])('with a %s of 2^%d is taken, and never found', async (name, exponent) => {
    const { result: txHash, error } = await send({ [name]: formatInteger(2n ** exponent) });
    expect(error).toBeUndefined();
    live.net.produce();
    live.net.produce();
    expect((await live.ask('icx_getTransactionResult', { txHash })).error?.code).toBe(-31004);
  });

  it('with a step limit beyond that of the network uses no more than that', async () => {
    const { scoreAddress = '' } = await live.deploy(live.net.god, FAULTY, {});
    const { failure, stepUsed } = await live.done(live.net.god, {
      ...{ to: scoreAddress, stepLimit: formatInteger(2 * STEP_LIMITS.invoke) },
      ...{ dataType: 'call', data: { method: 'loop' } },
    });
    expect([failure?.message, Number(stepUsed)]).toEqual(['OutOfStep', STEP_LIMITS.invoke]);
  });

  it('with a nonce of 2^300 deploys like another', async () => {
    const { scoreAddress } = await live.done(live.net.god, {
      ...{
        to: ADDRESS.system,
        stepLimit: '0x9502f900',
        nonce: formatInteger(2n ** 300n),
        dataType: 'deploy',
      },
      data: { contentType: 'application/zip', content: '0x504b', params: {} },
    });
    expect(scoreAddress).toMatch(/^cx/);
  });

  it.each([
    [{ more: '0x1' }, `fail to unmarshal, unknown field 'more'`],
    [{ value: '-0x1' }, `fail to validate, t_int('value')`],
    [{ value: '0x01' }, `fail to validate, t_int('value')`],
    [{ value: '0xA' }, `fail to validate, t_int('value')`],
    [{ value: '1' }, `fail to validate, t_int('value')`],
    [{ value: 1 }, `fail to unmarshal, 'value' must be jsonrpc.HexInt type`],
    [{ stepLimit: '-0x1' }, `fail to validate, t_int('stepLimit')`],
    [{ nonce: '0x00' }, `fail to validate, t_int('nonce')`],
    [{ to: 'hx12' }, `fail to validate, t_addr('to')`],
    [{ to: `hx${'1'.repeat(41)}` }, `fail to validate, t_addr('to')`],
    [{ to: `hx${'A'.repeat(40)}` }, `fail to validate, t_addr('to')`],
    [{ from: ADDRESS.system }, `fail to validate, t_addr_eoa('from')`],
    [{ dataType: 'patch' }, `fail to validate, call|deploy|message|deposit('dataType')`],
    [{ nid: null }, `fail to validate, required('nid')`],
    [{ signature: '' }, `fail to validate, required('signature')`],
    [{ signature: `0x${'ab'.repeat(65)}` }, `fail to validate, t_sig('signature')`],
    [{ signature: '서명' }, `fail to validate, t_sig('signature')`],
    [{ signature: 'AAAA' }, `fail to validate, t_sig('signature')`],
  ])('with %o is refused', async (members, message) => {
    const transaction = { ...live.signed(live.net.god, { to: ADDRESS.zero, value: '0x1' }), ...members };
    const { status, error } = await sendAs(transaction);
    expect({ status, error }).toEqual({
      status: 400,
      error: { code: -32602, message: `InvalidParams: ${message}` },
    });
  });

  it.each([0, 255])('with a signature of bytes %d is refused', async (byte) => {
    const signature = Buffer.alloc(65, byte).toString('base64');
    const transaction = { ...live.signed(live.net.god, { to: ADDRESS.zero }), signature };
    expect((await sendAs(transaction)).error).toEqual(NOT_VERIFIED);
  });

  it.each([
    ['of a call without data', { dataType: 'call' }],
    ['of a call that is a text', { dataType: 'call', data: 'transfer' }],
    ['of a call without a method', { dataType: 'call', data: { params: {} } }],
    ['of a call whose method is a number', { dataType: 'call', data: { method: 5 } }],
    ['of a deploy without data', { dataType: 'deploy' }],
    [
      'of a deploy with coins',
      { dataType: 'deploy', value: '0x1', data: { contentType: 'application/zip' } },
    ],
    ['of a deposit without data', { dataType: 'deposit' }],
    ['of version 2', { version: '0x2' }],
    [
      'of 600 kB of data',
      { dataType: 'deploy', data: { contentType: 'application/zip', content: `0x${'00'.repeat(300_000)}` } },
    ],
  ])('%s is refused', async (_, members) => {
    expect((await send(members)).error).toEqual(NOT_VERIFIED);
  });

  it.each([true, 2 ** 60])('with %s in its data, of which no id can be made, is refused', async (data) => {
    const members: JsonObject = { ...live.signed(live.net.god, { to: ADDRESS.zero }), data };
    expect((await sendAs(members)).error).toEqual(NOT_VERIFIED);
    const { ['signature']: _, ...unsigned } = members;
    expect((await live.ask('debug_estimateStep', unsigned, '/api/v3d')).error).toEqual(NOT_VERIFIED);
  });

  it('with null for what may be left out is one without it', async () => {
    const { status } = await live.done(live.net.god, { to: ADDRESS.zero, value: null, data: null });
    expect(status).toBe('0x1');
  });
});

describe('data', () => {
  it('with half of a pair of surrogates is read as U+FFFD, in memory as in the file', async () => {
    const transaction = live.signed(live.net.god, {
      ...{ to: ADDRESS.zero, dataType: 'message' },
      data: { '\ufffd': '\ufffd마\ufffd🎮\\ud800' },
    });
    const half = JSON.stringify(transaction)
      .replace('"\ufffd"', String.raw`"\ud800"`)
      .replace('"\ufffd마\ufffd', String.raw`"\uDFFF마\udbff`);
    const body = `{"jsonrpc":"2.0","id":1,"method":"icx_sendTransaction","params":${half}}`;
    expect((await post(body)).result).toBe(transactionId(transaction));
    live.net.produce();
    live.net.produce();
    const { result } = await live.ask('icx_getTransactionByHash', { txHash: transactionId(transaction) });
    expect(result).toMatchObject({ data: transaction['data'] });
    await live.stop();
    live = await startLive({ folder: live.folder });
    const again = await live.ask('icx_getTransactionByHash', { txHash: transactionId(transaction) });
    expect(again.result).toEqual(result);
  });

  it('nested 5,000 levels deep is refused, and 400 levels are kept and told', async () => {
    const sendNested = async (levels: number): Promise<Reply & { readonly txHash: string }> => {
      const unsigned = {
        ...live.signed(live.net.god, { to: ADDRESS.zero, dataType: 'message' }),
        data: '<here>',
      };
      const data: unknown = JSON.parse(nested(levels));
      const txHash = transactionId({ ...unsigned, data });
      const params = { ...unsigned, signature: sign(txHash, live.net.god.privateKey) };
      const body = { jsonrpc: '2.0', id: 1, method: 'icx_sendTransaction', params };
      return { txHash, ...(await post(JSON.stringify(body).replace('"<here>"', nested(levels)))) };
    };
    expect((await sendNested(5000)).error?.code).toBe(-32600);
    const { txHash, result } = await sendNested(400);
    expect(result).toBe(txHash);
    live.net.produce();
    live.net.produce();
    const found = await live.ask('icx_getTransactionByHash', { txHash });
    expect((found.result as JsonObject)['data']).toEqual(JSON.parse(nested(400)));
    expect((await live.ask('debug_getTrace', { txHash }, '/api/v3d')).status).toBe(200);
  });

  it('with a member __proto__ is data like another', async () => {
    const data = JSON.parse('{"__proto__":{"method":"burn"},"constructor":[]}') as JsonObject;
    const { txHash, status } = await live.done(live.net.god, { to: ADDRESS.zero, dataType: 'message', data });
    expect(status).toBe('0x1');
    expect((await live.ask('icx_getTransactionByHash', { txHash })).text).toContain(
      '"data":{"__proto__":{"method":"burn"},"constructor":[]}',
    );
    const method = '"jsonrpc":"2.0","id":1,"method":"icx_getBalance"';
    expect(
      (await post(`{${method},"params":{"__proto__":{"address":"${ADDRESS.zero}"}}}`)).error?.message,
    ).toBe(`InvalidParams: fail to unmarshal, unknown field '__proto__'`);
    expect((await post(`{${method},"__proto__":{}}`)).error?.message).toBe(
      `InvalidRequest: fail to unmarshal, unknown field '__proto__'`,
    );
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const { failure } = await live.call(live.net.god, token, name, {});
      expect(failure?.message).toBe('MethodNotFound');
    }
    const params = JSON.parse(
      '{"_to":"hx0000000000000000000000000000000000000000","__proto__":"0x1"}',
    ) as JsonObject;
    expect((await live.call(live.net.god, token, 'transfer', params)).failure?.message).toBe(
      'InvalidParameter',
    );
  });
});
