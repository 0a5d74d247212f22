import { describe, expect, it } from 'vitest';
import { nested, nestedText } from '../../test/nested.ts';
import { BatchTooLong, decode, encode } from './rpc.ts';

const URL = 'http://node/api/v3';
const two = [{ method: 'icx_getLastBlock' }, { method: 'icx_getBalance', params: { address: 'hx1' } }];
const one = [{ method: 'icx_getBalance', params: { address: 'hx1' } }];

describe('encode', () => {
  it('sends one request as an object and several as a batch, with positions for ids', () => {
    expect(JSON.parse(encode(one))).toEqual({
      jsonrpc: '2.0',
      id: 0,
      method: 'icx_getBalance',
      params: { address: 'hx1' },
    });
    expect(JSON.parse(encode(two))).toMatchObject([{ id: 0 }, { id: 1 }]);
  });

  it.each([
    ['are nested 100,000 levels deep', { list: nested(100_000) }],
    ['hold a bigint', { value: 1n }],
  ])('refuses parameters that %s', (_, params) => {
    expect(() => encode([...two, { method: 'icx_call', params }])).toThrow(
      expect.objectContaining({
        code: 'NODE_REQUEST_UNUSABLE',
        retry: 'never',
        details: expect.objectContaining({ method: 'icx_call' }) as object,
      }) as Error,
    );
  });
});

describe('decode', () => {
  it('matches answers by id in any order', () => {
    expect(decode(answer([item(1, 'b'), item(0, 'a')]), two, URL)).toEqual([
      { result: 'a' },
      { result: 'b' },
    ]);
  });

  it('keeps a result that is null', () => {
    expect(decode(answer(item(0, null)), one, URL)).toEqual([{ result: null }]);
  });

  it.each([
    [-31002, 'NODE_PENDING'],
    [-31003, 'NODE_EXECUTING'],
    [-31004, 'NODE_NOT_FOUND'],
    [-32603, 'NODE_FAILED'],
    [-31000, 'NODE_FAILED'],
    [-32602, 'NODE_REFUSED'],
    [-30032, 'NODE_CONTRACT_FAILED'],
    [12345, 'NODE_REFUSED'],
  ])('makes error %d of one request the value %s in its place', (code, expected) => {
    const answers = decode(answer([item(0, 'a'), error(1, code)]), two, URL);
    expect(answers).toMatchObject([{ result: 'a' }, { error: { code: expected } }]);
    expect(answers[1]!.error!.message).toContain('icx_getBalance');
  });

  it('makes a missing and a doubled answer errors in their places', () => {
    const [first, second] = decode(answer([item(0, 'a'), item(0, 'b')]), two, URL);
    expect(first).toMatchObject({ error: { code: 'NODE_ANSWER_DAMAGED' } });
    expect(second).toMatchObject({ error: { code: 'NODE_ANSWER_DAMAGED' } });
    expect(second!.error!.message).toContain('no answer to request 1 of 2');
  });

  it('takes an error without id for the only request', () => {
    expect(decode(answer(error(null, -32700), 400), one, URL)).toMatchObject([
      { error: { code: 'NODE_REFUSED' } },
    ]);
  });

  it('knows a batch that is too long', () => {
    const refusal = {
      jsonrpc: '2.0',
      error: { code: -32600, message: 'InvalidRequest', data: 'too many request' },
      id: null,
    };
    expect(() => decode(answer(refusal, 503), two, URL)).toThrow(BatchTooLong);
    expect(() => decode(answer('too large', 413), two, URL)).toThrow(BatchTooLong);
  });

  it('throws what refuses a batch for another reason', () => {
    expect(() => decode(answer(error(null, -32601), 400), two, URL)).toThrow(/a batch/);
  });

  it.each([
    ['HTML', '<!doctype html><title>Hello</title>', 'Hello'],
    ['another JSON', '{"status":"ok"}', 'status'],
    ['a JSON list', '[1, 2]', 'an item'],
    ['nothing', '', '(empty)'],
    ['JSON-RPC of another version', '{"result":1,"id":0}', 'result'],
    ['hostile text', '\u001b[2J\u202e', '\\\\u{1b}'],
  ])('says what it found in place of an answer: %s', (_, body, shown) => {
    const requests = body.startsWith('[') ? two : one;
    expect(() => decode({ ...answer(''), body }, requests, URL)).toThrow(
      expect.objectContaining({
        code: 'NODE_NOT_ICON',
        message: expect.stringMatching(shown.replace(/[()[]/g, '\\$&')) as string,
      }) as Error,
    );
  });

  it('takes an answer that was cut short for damaged, not for another service', () => {
    const body = JSON.stringify([item(0, 'a'), item(1, 'b')]).slice(0, -9);
    expect(() => decode({ ...answer(''), body }, two, URL)).toThrow(
      expect.objectContaining({ code: 'NODE_ANSWER_DAMAGED' }) as Error,
    );
  });

  it('makes a result that is nested 100,000 levels deep an error in its place', () => {
    const body = `[{"jsonrpc":"2.0","id":0,"result":"a"},{"jsonrpc":"2.0","id":1,"result":${nestedText(100_000)}}]`;
    expect(decode({ ...answer(''), body }, two, URL)).toMatchObject([
      { result: 'a' },
      { error: { code: 'ICON_MALFORMED' } },
    ]);
  });

  it.each([
    ['an error', '{"jsonrpc":"2.0","id":0,"error":DEEP}', 'NODE_REFUSED'],
    ['an id', '{"jsonrpc":"2.0","id":DEEP,"result":1}', 'NODE_ANSWER_DAMAGED'],
  ])('survives such depth as %s', (_, text, code) => {
    const body = text.replace('DEEP', `{"code":1,"message":${nestedText(100_000)}}`);
    expect(decode({ ...answer(''), body }, one, URL)).toMatchObject([{ error: { code } }]);
  });

  it('survives such depth in place of an answer', () => {
    for (const requests of [one, two]) {
      expect(() => decode({ ...answer(''), body: nestedText(100_000) }, requests, URL)).toThrow(
        expect.objectContaining({ code: 'NODE_NOT_ICON' }) as Error,
      );
    }
  });

  it.each(['9007199254740993', '0.12345678901234567891', '1e400'])(
    'refuses a whole answer for the number %s, which would change, and says who sent it to what question',
    (number) => {
      const body = `[{"jsonrpc":"2.0","id":0,"result":{"data":[${number}]}},{"jsonrpc":"2.0","id":1,"result":"9007199254740993"}]`;
      expect(() => decode({ ...answer(''), body }, two, URL)).toThrow(
        expect.objectContaining({
          code: 'ICON_MALFORMED',
          details: expect.objectContaining({
            path: `a number in the answer of ${URL} to icx_getLastBlock and 1 more`,
            found: `"${number}"`,
          }) as object,
        }) as Error,
      );
    },
  );

  it.each([429, 500, 502, 503, 504, 408])('takes HTTP %d for a busy node', (status) => {
    expect(() => decode(answer('come back later', status), one, URL)).toThrow(
      expect.objectContaining({
        code: 'NODE_BUSY',
        details: expect.objectContaining({ limited: status === 429 }) as object,
      }) as Error,
    );
  });

  it('takes a rate limit in the form of JSON-RPC for one as well', () => {
    const limited = { ...answer(error(0, -32005), 429), retryAfterMs: 2000 };
    expect(() => decode(limited, one, URL)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ retryAfterMs: 2000 }) as object,
      }) as Error,
    );
  });

  it('reads an error of a node that answers with another status than goloop', () => {
    expect(decode(answer(error(0, -31004), 404), one, URL)).toMatchObject([
      { error: { code: 'NODE_NOT_FOUND' } },
    ]);
  });
});

function answer(json: unknown, status = 200) {
  const body = typeof json === 'string' ? json : JSON.stringify(json);
  return { status, contentType: 'application/json', retryAfterMs: undefined, body };
}

function item(id: number, result: unknown) {
  return { jsonrpc: '2.0', result, id };
}

function error(id: number | null, code: number) {
  return { jsonrpc: '2.0', error: { code, message: 'Some: thing' }, id };
}
