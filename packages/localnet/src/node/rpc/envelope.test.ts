import { describe, expect, it } from 'vitest';
import { answerBody, type Method } from './envelope.ts';
import { checkParams, PARAMS } from './params.ts';

// The cases and texts of goloop's own test of its JSON-RPC server.
const methods = new Map<string, Method>([
  ['none', (params) => JSON.stringify(checkParams(params, PARAMS.none))],
  ['height', (params) => JSON.stringify(checkParams(params, PARAMS.height)['height'])],
  ['call', (params) => JSON.stringify(checkParams(params, PARAMS.call))],
  ['broken', () => raiseBug()],
]);

describe('a request', () => {
  it.each([
    ['{"foo":"bar"}', -32600, "InvalidRequest: fail to unmarshal, unknown field 'foo'"],
    [
      '{"jsonrpc":"2.0","method":"none","foo":"bar"}',
      -32600,
      "InvalidRequest: fail to unmarshal, unknown field 'foo'",
    ],
    ['{"method":"none"}', -32600, "InvalidRequest: fail to validate, required('jsonrpc')"],
    ['{"jsonrpc":null,"method":"none"}', -32600, "InvalidRequest: fail to validate, required('jsonrpc')"],
    ['{"jsonrpc":"2.1","method":"none"}', -32600, "InvalidRequest: fail to validate, version('jsonrpc')"],
    [
      '{"jsonrpc":2.0,"method":"none"}',
      -32600,
      "InvalidRequest: fail to unmarshal, 'jsonrpc' must be string type",
    ],
    ['{"jsonrpc":"2.0","params":"bar"}', -32600, "InvalidRequest: fail to validate, required('method')"],
    ['{"jsonrpc":"2.0","method":null}', -32600, "InvalidRequest: fail to validate, required('method')"],
    ['{"jsonrpc":"2.0","method":"nothing"}', -32601, 'MethodNotFound'],
    ['{"jsonrpc":"2.0","method":"toString"}', -32601, 'MethodNotFound'],
    [
      '{"jsonrpc":"2.0","method":1}',
      -32600,
      "InvalidRequest: fail to unmarshal, 'method' must be string type",
    ],
    [
      '{"jsonrpc":"2.0","method":"height"}',
      -32602,
      "InvalidParams: fail to unmarshal, 'params' of request is required ",
    ],
    [
      '{"jsonrpc":"2.0","method":"height","params":null}',
      -32602,
      "InvalidParams: fail to unmarshal, 'params' of request is required ",
    ],
    [
      '{"jsonrpc":"2.0","method":"height","params":0}',
      -32602,
      "InvalidParams: fail to unmarshal, 'params' of request must be object type",
    ],
    [
      '{"jsonrpc":"2.0","method":"none","params":{"foo":1}}',
      -32602,
      "InvalidParams: fail to unmarshal, unknown field 'foo'",
    ],
    [
      '{"jsonrpc":"2.0","method":"height","params":{"__proto__":1}}',
      -32602,
      "InvalidParams: fail to unmarshal, unknown field '__proto__'",
    ],
    [
      '{"jsonrpc":"2.0","method":"height","params":{"height":7}}',
      -32602,
      "InvalidParams: fail to unmarshal, 'height' must be jsonrpc.HexInt type",
    ],
    [
      '{"jsonrpc":"2.0","method":"height","params":{"height":""}}',
      -32602,
      "InvalidParams: fail to validate, required('height')",
    ],
    [
      '{"jsonrpc":"2.0","method":"height","params":{"height":"0x01"}}',
      -32602,
      "InvalidParams: fail to validate, t_int('height')",
    ],
    [
      '{"jsonrpc":"2.0","method":"height","params":{"height":"0XA"}}',
      -32602,
      "InvalidParams: fail to validate, t_int('height')",
    ],
    [
      '{"jsonrpc":"2.0","method":"call","params":{"data":{}}}',
      -32602,
      "InvalidParams: fail to validate, required('to','dataType')",
    ],
    ['{"jsonrpc":"2.0","method":"broken"}', -32603, 'InternalError: Error: a bug'],
  ])('%s gets error %d', async (text, code, message) => {
    const body = text.replace(/\}$/, ',"id":"1001"}');
    expect(await ask(body)).toEqual({
      status: 400,
      json: { jsonrpc: '2.0', error: { code, message }, id: '1001' },
    });
  });

  it.each(['""', '0', '0.1', '"text"', '-5'])('gets its id %s back', async (id) => {
    expect(await ask(`{"jsonrpc":"2.0","method":"none","id":${id}}`)).toEqual({
      status: 200,
      json: { jsonrpc: '2.0', result: {}, id: JSON.parse(id) as unknown },
    });
  });

  it.each(['true', '{}'])('may not have the id %s', async (id) => {
    expect(await ask(`{"jsonrpc":"2.0","method":"none","id":${id}}`)).toMatchObject({
      status: 400,
      json: { error: { message: "InvalidRequest: fail to validate, id('id')" } },
    });
  });

  it('of many is answered in order, whatever becomes of the others', async () => {
    const body = '[1, {"jsonrpc":"2.0","method":"none","id":1}, {"jsonrpc":"2.0","method":"x","id":2}]';
    expect(await ask(body)).toMatchObject({
      status: 200,
      json: [
        { id: null, error: { message: 'InvalidRequest: fail to unmarshal, request must be object type' } },
        { id: 1, result: {} },
        { id: 2, error: { code: -32601 } },
      ],
    });
  });
});

async function ask(body: string): Promise<{ status: number; json: unknown }> {
  const reply = await answerBody(body, { methods, batchLimit: 10 });
  return { status: reply.status, json: JSON.parse(reply.body) as unknown };
}

it('without an id is done, and nobody is told how that went', async () => {
  let done = 0;
  const counting = new Map<string, Method>([['count', () => String((done += 1))]]);
  const answering = { methods: new Map([...methods, ...counting]), batchLimit: 10 };
  const silence = { status: 200, body: '' };
  expect(await answerBody('{"jsonrpc":"2.0","method":"count"}', answering)).toEqual(silence);
  expect(await answerBody('{"jsonrpc":"2.0","method":"height"}', answering)).toEqual(silence);
  expect(done).toBe(1);
});

function raiseBug(): never {
  throw new Error('a bug');
}
