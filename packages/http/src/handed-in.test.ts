import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import { READING_AND_HANDING_IN, receiveFile } from './index.ts';

let served: Served;
let url: string;

beforeAll(async () => {
  served = await serve();
  const { server } = served;
  const answer = (
    _request: unknown,
    _reply: unknown,
    { bytes, name }: { bytes: Uint8Array; name: string | null },
  ) =>
    Promise.resolve({ size: bytes.length, text: Buffer.from(bytes).toString('latin1').slice(0, 40), name });
  receiveFile(server, { url: '/file', limit: 2 * 1024 * 1024, answer });
  server.get('/page', () => ({ form: true }));
  receiveFile(server, { url: '/page', limit: 1024, allowed: READING_AND_HANDING_IN, answer });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => served.server.close());

const post = (body: BodyInit | null, headers: Record<string, string> = {}, path = '/file') =>
  fetch(url + path, { method: 'POST', body, headers });

interface Failed {
  readonly error: { readonly code: string; readonly message: string };
}
const errorOf = async (response: Response) => ((await response.json()) as Failed).error;

describe('a file', () => {
  it.each(['application/zip', 'application/octet-stream', 'application/json', 'text/plain'])(
    'is taken as it is when its type is %s',
    async (type) => {
      const response = await post('{"a" 1', { 'content-type': type });
      expect(await response.json()).toEqual({ size: 6, text: '{"a" 1', name: null });
    },
  );

  it('needs no type', async () => {
    const { body } = await served.server.inject({ method: 'POST', url: '/file', payload: 'hello' });
    expect(JSON.parse(body)).toEqual({ size: 5, text: 'hello', name: null });
  });

  it('may be the first of a form, with its name', async () => {
    const form = new FormData();
    form.append('note', 'hello');
    form.append('file', new File(['PK\u0003\u0004'], '토큰 "1".zip'));
    expect(await (await post(form)).json()).toMatchObject({ size: 4, name: '토큰 "1".zip' });
  });

  it('may be missing from a form, or be nothing', async () => {
    const form = new FormData();
    form.append('file', new File([], ''));
    expect(await (await post(form)).json()).toMatchObject({ size: 0 });
    form.delete('file');
    form.append('note', 'hello');
    expect(await (await post(form)).json()).toEqual({ size: 0, text: '', name: null });
    expect(await (await post(null)).json()).toEqual({ size: 0, text: '', name: null });
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'in a form that is none (%s) is refused',
    async (type) => {
      const response = await post('--y\r\nhello', { 'content-type': type });
      expect(response.status).toBe(400);
      expect(await errorOf(response)).toMatchObject({
        code: 'HTTP_BAD_REQUEST',
        message: expect.stringContaining('its body is no whole form') as string,
      });
    },
  );

  it('larger than its route takes is refused, by the limit of that route', async () => {
    const response = await post(new Uint8Array(2 * 1024 * 1024 + 1));
    expect(response.status).toBe(413);
    expect(await errorOf(response)).toMatchObject({
      code: 'HTTP_TOO_LARGE',
      message: 'The body of the request is larger than 2 MiB; send less at a time.',
    });
    expect((await post(new Uint8Array(1025), {}, '/page')).status).toBe(413);
    expect((await post(new Uint8Array(2 * 1024 * 1024))).status).toBe(200);
  });

  it('that only grows larger when it is unpacked is refused, too', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(100 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(200_000);
    const response = await post(bomb, { 'content-encoding': 'gzip' });
    expect(response.status).toBe(413);
  });
});

describe('a page of another site', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('hands in nothing (%o)', async (headers) => {
    const { statusCode, body } = await served.server.inject({
      method: 'POST',
      url: '/file',
      headers: { host: 'madang.example', ...headers },
      payload: 'hello',
    });
    expect(statusCode).toBe(403);
    expect((JSON.parse(body) as Failed).error.code).toBe('HTTP_OTHER_ORIGIN');
  });

  it.each([
    { 'sec-fetch-site': 'same-origin', origin: 'https://proxy.example' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://madang.example' },
    {},
  ])('is told from our own and from programs (%o)', async (headers) => {
    const { statusCode } = await served.server.inject({
      method: 'POST',
      url: '/file',
      headers: { host: 'madang.example', ...headers },
      payload: 'hello',
    });
    expect(statusCode).toBe(200);
  });

  it('gets no leave for what a browser asks about before', async () => {
    const response = await fetch(`${url}/file`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-methods')).not.toContain('POST');
  });
});

it.each([
  ['GET', '/file', 'POST, OPTIONS'],
  ['PUT', '/file', 'POST, OPTIONS'],
  ['DELETE', '/page', 'GET, HEAD, POST, OPTIONS'],
])('%s %s is not possible, and what is is said', async (method, path, allowed) => {
  const response = await fetch(url + path, { method });
  expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
});
