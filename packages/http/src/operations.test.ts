import { createLogger } from '@madang/telemetry';
import { afterEach, expect, it } from 'vitest';
import { startOperations, type OperationsOptions, type OperationsServer } from './index.ts';

let operations: OperationsServer | undefined;
let logged = '';
afterEach(() => operations?.stop());

async function start(options: Partial<OperationsOptions> = {}) {
  const log = createLogger({ format: 'json', destination: { write: (line) => void (logged += line) } });
  operations = await startOperations({
    port: 0,
    ready: () => Promise.resolve(null),
    metrics: () => Promise.resolve('demo_total 1\n'),
    log,
    ...options,
  });
  const { url } = operations;
  return async (path: string, init?: RequestInit) => {
    const response = await fetch(url + path, init);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
}

it('listens on the loopback and says that the role is alive, ready, and what it measures', async () => {
  const ask = await start();
  expect(operations?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask('/health')).toMatchObject({ status: 200, text: 'alive\n' });
  expect(await ask('/ready')).toMatchObject({ status: 200, text: '{"ready":true,"reason":null}\n' });
  expect(await ask('/metrics?x=1')).toEqual({
    status: 200,
    type: 'text/plain; version=0.0.4; charset=utf-8',
    text: 'demo_total 1\n',
  });
});

it('gives the reason why a role is not ready', async () => {
  const ask = await start({ ready: () => Promise.resolve('catching up') });
  expect(await ask('/ready')).toMatchObject({
    status: 503,
    text: '{"ready":false,"reason":"catching up"}\n',
  });
});

it('answers 500 and logs when the metrics cannot be had', async () => {
  const ask = await start({ metrics: () => Promise.reject(new Error('a worker does not answer')) });
  expect((await ask('/metrics')).status).toBe(500);
  expect(logged).toContain('a worker does not answer');
});

it('has nothing else, and nothing to write', async () => {
  const ask = await start();
  expect((await ask('/')).status).toBe(404);
  expect((await ask('/health', { method: 'POST' })).status).toBe(405);
  expect((await ask('/health', { method: 'HEAD' })).text).toBe('');
});
