import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw, serve, type Served } from '../test/serve.ts';
import type { ErrorBody } from './index.ts';

let served: Served;
let port: number;

beforeAll(async () => {
  served = await serve();
  const { server } = served;
  server.get('/thing', (_request, reply) => reply.send({ thing: 1 }));
  server.get('/thing/:id', (request, reply) => reply.send(request.params));
  server.post('/body', (request, reply) => reply.send(request.body));
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
});

afterAll(() => served.server.close());

const ask = (url: string, headers: Record<string, string> = {}) =>
  served.server.inject({ method: 'GET', url, headers });
const errorOf = (response: { json: () => unknown }) => response.json() as ErrorBody;

describe('addresses that mean nothing', () => {
  it.each([
    ['/thing/%zz', 400, 'HTTP_BAD_REQUEST', '%zz'],
    ['/thing/%ff', 400, 'HTTP_BAD_REQUEST', '%ff'],
    ['/thing?a=%zz', 400, 'HTTP_BAD_REQUEST', 'a=%zz'],
    ['/thing?a=%c3%28', 400, 'HTTP_BAD_REQUEST', '%c3%28'],
    ['/%00', 404, 'HTTP_NOT_FOUND', '%00'],
    [`/thing/${'a'.repeat(513)}`, 414, 'HTTP_ADDRESS_TOO_LONG', '512'],
    ['/%E2%80%AEgnp.exe', 404, 'HTTP_NOT_FOUND', '%E2%80%AE'],
    ['//evil.example/thing', 404, 'HTTP_NOT_FOUND', 'evil.example'],
    ['/thing/../../etc/passwd', 404, 'HTTP_NOT_FOUND', 'etc/passwd'],
  ])('%s → %i', async (url, status, code, offending) => {
    const response = await ask(url);
    expect(response.statusCode).toBe(status);
    expect(errorOf(response).error.code).toBe(code);
    expect(errorOf(response).error.message).toContain(offending);
  });

  it('a parameter of 512 characters is still read', async () => {
    expect((await ask(`/thing/${'a'.repeat(512)}`)).statusCode).toBe(200);
  });
});

describe('bodies', () => {
  const post = (payload: string, type: string) =>
    served.server.inject({ method: 'POST', url: '/body', headers: { 'content-type': type }, payload });

  it('are taken as JSON up to 1 MiB', async () => {
    expect((await post('{"a":1}', 'application/json')).json()).toEqual({ a: 1 });
    const large = await post(`"${'x'.repeat(1024 * 1024)}"`, 'application/json');
    expect(large.statusCode).toBe(413);
    expect(errorOf(large).error).toMatchObject({ code: 'HTTP_TOO_LARGE', details: { limit: '1 MiB' } });
  });

  it('of another type, or broken, are refused with the reason', async () => {
    const xml = await post('<a/>', 'text/xml');
    expect(xml.statusCode).toBe(415);
    expect(errorOf(xml).error.message).toContain('text/xml');
    const broken = await post('{"a":', 'application/json');
    expect(broken.statusCode).toBe(400);
    expect(errorOf(broken).error.code).toBe('HTTP_BAD_REQUEST');
    expect((await post('{"__proto__":{"a":1}}', 'application/json')).statusCode).toBe(400);
  });
});

describe('what is no request', () => {
  it.each([
    ['a head that is too large', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
    ['an address that is too long', `GET /${'a'.repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ['an unknown method', 'FETCH / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    [
      'two lengths',
      'POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
  ])('%s is answered in the same shape', async (_name, bytes, status) => {
    const answer = await sendRaw(port, bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`));
    expect(head).toContain("content-security-policy: default-src 'none'");
    expect(head).toContain('connection: close');
    const { error, requestId } = JSON.parse(body) as ErrorBody;
    expect(error.code).toBe(status === 431 ? 'HTTP_HEADERS_TOO_LARGE' : 'HTTP_BAD_REQUEST');
    expect(head).toContain(`x-request-id: ${requestId}`);
    expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  });

  it('cannot put headers into an answer', async () => {
    const { headers } = await ask('/thing?a=%0d%0aset-cookie:%20a=b', { 'x-request-id': 'abcdefgh' });
    expect(headers).not.toHaveProperty('set-cookie');
  });
});
