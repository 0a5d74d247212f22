import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { defineError } from '@madang/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import type { ErrorBody } from './index.ts';

const teapot = defineError<{ tea: string }>({
  code: 'TEST_TEAPOT',
  status: 418,
  retry: 'later',
  message: ({ tea }) => `There is no ${tea}; ask for another.`,
});
const tooOften = defineError<{ retryAfterSeconds: number }>({
  code: 'TEST_TOO_OFTEN',
  status: 429,
  retry: 'later',
  message: ({ retryAfterSeconds }) => `Ask again in ${retryAfterSeconds} s.`,
});
const databaseDown = defineError<{ where: string }>({
  code: 'TEST_DATABASE_DOWN',
  status: 503,
  retry: 'later',
  message: ({ where }) => `${where} does not answer.`,
});

let served: Served;
let port: number;

beforeAll(async () => {
  served = await serve({ drawError: ({ code, message }) => `<h1>${code}</h1><p>${message}</p>` });
  const { server } = served;
  server.get('/teapot', () => {
    throw teapot({ tea: 'oolong' });
  });
  server.get('/api/teapot', () => {
    throw teapot({ tea: 'oolong' });
  });
  server.get('/often', () => {
    throw tooOften({ retryAfterSeconds: 42 });
  });
  server.get('/down', () => {
    throw databaseDown({ where: 'postgres://secret-host/db' });
  });
  server.get('/bug', (_request, reply) => {
    void reply.header('etag', '"1"').header('content-disposition', 'attachment');
    throw new TypeError('x is not a function at /srv/secret.ts');
  });
  server.get('/broken-stream', (_request, reply) => reply.type('text/csv').send(Readable.from(brokenText())));
  server.get('/broken-at-once', (_request, reply) =>
    reply.type('text/csv').send(Readable.from(brokenAtOnce())),
  );
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
});

afterAll(() => served.server.close());

// Enough for the head to leave before the failure, also when it is packed.
async function* brokenText(): AsyncGenerator<string> {
  for (let i = 0; i < 20; i++) yield randomBytes(50_000).toString('base64');
  await new Promise((resolve) => setTimeout(resolve, 50));
  throw new Error('the database went away');
}

async function* brokenAtOnce(): AsyncGenerator<string> {
  yield 'height\r\n';
  await Promise.resolve();
  throw new Error('the database went away');
}

const ask = (url: string, headers: Record<string, string> = {}) =>
  served.server.inject({ method: 'GET', url, headers });
const errorOf = (response: { json: () => unknown }) => response.json() as ErrorBody;

describe('failures', () => {
  it('carry code, message, details and request id as JSON', async () => {
    const response = await ask('/teapot');
    expect(response.statusCode).toBe(418);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(errorOf(response)).toEqual({
      error: {
        code: 'TEST_TEAPOT',
        message: 'There is no oolong; ask for another.',
        details: { tea: 'oolong' },
      },
      requestId: response.headers['x-request-id'],
    });
  });

  it('are drawn for somebody who wants HTML, but not below /api/', async () => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const page = await ask('/teapot', { accept });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('<h1>TEST_TEAPOT</h1>');
    expect((await ask('/nothing', { accept })).body).toContain('<h1>HTTP_NOT_FOUND</h1>');
    expect(errorOf(await ask('/api/teapot', { accept })).error.code).toBe('TEST_TEAPOT');
    expect(errorOf(await ask('/teapot', { accept: 'text/html;q=0, */*' })).error.code).toBe('TEST_TEAPOT');
  });

  it('say how long to wait where they know', async () => {
    const response = await ask('/often');
    expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '42']);
  });

  it('on our side are told by their code alone; the log has the rest', async () => {
    const response = await ask('/down');
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(response.body).not.toContain('secret-host');
    expect(errorOf(response).error).toMatchObject({ code: 'TEST_DATABASE_DOWN', details: {} });
    expect(errorOf(response).error.message).toContain(String(response.headers['x-request-id']));
    expect(served.logged()).toContain('postgres://secret-host/db does not answer');
  });

  it('that nobody foresaw show nothing of the inside, and no header of the answer they are not', async () => {
    const response = await ask('/bug');
    expect(response.statusCode).toBe(500);
    expect(errorOf(response).error.code).toBe('HTTP_INTERNAL');
    expect(response.body).not.toContain('secret.ts');
    expect(response.headers).not.toHaveProperty('etag');
    expect(response.headers).not.toHaveProperty('content-disposition');
    expect(served.logged()).toContain('x is not a function');
  });

  it('in the middle of a stream break the connection, compressed or not', async () => {
    for (const encoding of ['identity', 'gzip']) {
      const response = await fetch(`http://127.0.0.1:${port}/broken-stream`, {
        headers: { 'accept-encoding': encoding },
      });
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
    }
  });

  it('before a packed stream has begun are told as failures, unpacked', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/broken-at-once`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.status).toBe(500);
    expect(((await response.json()) as ErrorBody).error.code).toBe('HTTP_INTERNAL');
  });
});
