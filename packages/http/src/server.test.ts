import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw, serve, type Served } from '../test/serve.ts';
import { refuseOtherMethods, type ErrorBody } from './index.ts';

const LONG = 'x'.repeat(4000);
let served: Served;
let port: number;

beforeAll(async () => {
  served = await serve();
  const { server } = served;
  server.get('/thing', (_request, reply) => reply.send({ thing: 1 }));
  refuseOtherMethods(server, '/thing');
  server.get('/thing/:id', (request, reply) => reply.send(request.params));
  server.get('/long', (_request, reply) => reply.send({ text: LONG }));
  server.get('/bug', () => {
    throw new TypeError('x is not a function');
  });
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
});

afterAll(() => served.server.close());

const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
  served.server.inject({ method, url, headers });

describe('every answer', () => {
  const cases: [string, () => Promise<{ headers: Record<string, unknown>; statusCode: number }>, number][] = [
    ['an ordinary one', () => ask('/thing'), 200],
    ['a 404', () => ask('/nothing'), 404],
    ['a 400 of the router', () => ask('/%zz'), 400],
    ['a 405', () => ask('/thing', {}, 'POST'), 405],
    ['a failure', () => ask('/bug'), 500],
    ['a preflight', () => served.server.inject({ method: 'OPTIONS', url: '/thing' }), 204],
  ];

  it.each(cases)('%s has security headers, CORS and a request id', async (_name, answer, status) => {
    const { headers, statusCode } = await answer();
    expect(statusCode).toBe(status);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'access-control-allow-origin': '*',
    });
    expect(headers['access-control-expose-headers']).toContain('etag');
    expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });

  it('answers a preflight for any address and any header, whoever asks', async () => {
    const { headers, body } = await served.server.inject({
      method: 'OPTIONS',
      url: '/api/anything',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' },
    });
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
    expect(headers['access-control-allow-headers']).toBe('*');
    expect(body).toBe('');
  });

  it.each([
    ['0123456789abcdef', true],
    ['trace-01_A', true],
    ['short', false],
    ['x'.repeat(65), false],
    ['a b c d e f g h', false],
    ['<script>alert(1)</script>', false],
  ])('keeps the request id %j: %s', async (id, kept) => {
    const { headers } = await ask('/thing', { 'x-request-id': id });
    if (kept) expect(headers['x-request-id']).toBe(id);
    else expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('methods', () => {
  it('answers HEAD with the headers of GET and no body', async () => {
    const [get, head] = await Promise.all([ask('/thing'), ask('/thing', {}, 'HEAD')]);
    expect(head.statusCode).toBe(200);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.body).toBe('');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
    'refuses %s before it looks at the body',
    async (method) => {
      const response = await served.server.inject({
        method,
        url: '/thing',
        headers: { 'content-type': 'text/xml' },
        payload: '<a/>',
      });
      expect(response.statusCode).toBe(405);
      expect(response.headers.allow).toBe('GET, HEAD, OPTIONS');
      expect(response.json<ErrorBody>().error.message).toContain(method);
    },
  );

  it('refuses methods that nothing here knows', async () => {
    const answer = await sendRaw(port, 'PROPFIND /thing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    expect(answer).toContain('PROPFIND is not possible here');
  });
});

describe('compression', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('packs with %s when asked', async (encoding, unpack) => {
    const { headers, rawPayload } = await ask('/long', { 'accept-encoding': encoding });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toContain('accept-encoding');
    expect(rawPayload.length).toBeLessThan(500);
    expect(JSON.parse(unpack(rawPayload).toString())).toEqual({ text: LONG });
  });

  it('prefers brotli, and leaves short answers and those who do not ask alone', async () => {
    expect((await ask('/long', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBe('br');
    expect((await ask('/thing', { 'accept-encoding': 'gzip' })).headers).not.toHaveProperty(
      'content-encoding',
    );
    expect((await ask('/long')).headers).not.toHaveProperty('content-encoding');
  });
});

describe('request metrics', () => {
  it('count by route pattern, method and status class, never by address', async () => {
    await ask('/thing/1');
    await ask('/thing/2');
    await ask('/never/heard/of/3');
    const text = await served.registry.metrics();
    expect(text).toMatch(
      /madang_http_request_seconds_count\{method="GET",route="\/thing\/:id",status="2xx"\} \d/,
    );
    expect(text).toMatch(/madang_http_request_seconds_count\{method="GET",route="none",status="4xx"\} \d/);
    expect(text).not.toContain('heard');
  });
});

describe('closing', () => {
  it('lets what is being answered finish, and ends what does not', async () => {
    const { server } = await serve();
    let asked = (): void => undefined;
    const reached = new Promise<void>((resolve) => (asked = resolve));
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    server.get('/slow', async () => {
      asked();
      await held;
      return { slow: true };
    });
    server.get('/never', () => new Promise(() => undefined));
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const slow = fetch(`${url}/slow`);
    const never = fetch(`${url}/never`).catch(() => 'cut');
    await reached;
    const closed = server.close();
    answer();
    expect(await (await slow).json()).toEqual({ slow: true });
    await closed;
    expect(await never).toBe('cut');
  });
});

describe('who asks', () => {
  const told = async (trustedProxies: string | null, forwarded: string) => {
    const { server } = await serve({ trustedProxies });
    server.get('/ip', (request, reply) => reply.send({ ip: request.ip }));
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${url}/ip`, { headers: { 'x-forwarded-for': forwarded } });
    await server.close();
    return ((await response.json()) as { ip: string }).ip;
  };

  it('is the one at the other end of the connection, whatever it says', async () => {
    expect(await told(null, '198.51.100.1')).toBe('127.0.0.1');
    expect(await told('10.0.0.0/8', '198.51.100.1')).toBe('127.0.0.1');
  });

  it('is whom trusted proxies name last', async () => {
    expect(await told('127.0.0.1,10.0.0.0/8', '9.9.9.9, 198.51.100.1, 10.1.2.3')).toBe('198.51.100.1');
  });
});
