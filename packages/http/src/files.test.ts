import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from '../test/serve.ts';
import { serveFiles, type ErrorBody } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'madang-files-'));
const folder = join(root, 'files');
let served: Served;

beforeAll(async () => {
  mkdirSync(join(folder, 'inner'), { recursive: true });
  writeFileSync(join(folder, 'a.js'), 'export const a = 1;\n'.repeat(200));
  writeFileSync(join(folder, '.hidden'), 'secret');
  writeFileSync(join(root, 'outside.txt'), 'secret');
  served = await serve();
  await serveFiles(served.server, [
    { url: '/assets/1/style.css', type: 'text/css', body: 'a { color: red }' },
    { url: '/assets/app/', folder },
  ]);
});

afterAll(async () => {
  await served.server.close();
  rmSync(root, { recursive: true });
});

const ask = (url: string, headers: Record<string, string> = {}) =>
  served.server.inject({ method: 'GET', url, headers });

it.each(['/assets/1/style.css', '/assets/app/a.js'])(
  '%s may be kept for ever, and is as guarded as the rest',
  async (url) => {
    const { statusCode, headers } = await ask(url);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-request-id']).toBeDefined();
  },
);

it('serves files with their type, packed when asked, and in part when asked', async () => {
  const whole = await ask('/assets/app/a.js');
  expect(whole.headers['content-type']).toMatch(/^(text|application)\/javascript/);
  expect((await ask('/assets/app/a.js', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe(
    'gzip',
  );
  const part = await ask('/assets/app/a.js', { range: 'bytes=0-5', 'accept-encoding': 'gzip' });
  expect([part.statusCode, part.body]).toEqual([206, 'export']);
});

it.each([
  '/assets/app/',
  '/assets/app/inner',
  '/assets/app/inner/',
  '/assets/app/missing.js',
  '/assets/app/.hidden',
  '/assets/app/../outside.txt',
  '/assets/app/..%2foutside.txt',
  '/assets/app/%2e%2e/outside.txt',
  '/assets/app/%2e%2e%5coutside.txt',
  '/assets/app/a.js%00.png',
])('%s is nowhere', async (url) => {
  const response = await ask(url);
  expect(response.statusCode).toBe(404);
  expect(response.json<ErrorBody>().error.code).toBe('HTTP_NOT_FOUND');
  expect(response.body).not.toContain('secret');
  expect(response.headers['cache-control']).toBe('no-store');
});

it.each(['/assets/1/style.css', '/assets/app/a.js'])('%s cannot be written', async (url) => {
  const response = await served.server.inject({ method: 'DELETE', url });
  expect(response.statusCode).toBe(405);
});
