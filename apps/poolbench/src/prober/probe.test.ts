import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../test/fake-postgres/behaviour.ts';
import { createCertificate } from '../scratch/certificate.ts';
import { startFakePostgres } from '../../test/fake-postgres/fake-postgres.ts';
import { startFullQueue } from '../../test/fake-postgres/full-queue.ts';
import { at, PASSWORD, setUpBench } from '../../test/fake-postgres/probe-bench.ts';
import type { Stage } from './stages.ts';

const bench = setUpBench();
const certificate = createCertificate('localhost');

const EVERY_STEP: [stage: Stage, step: Step, query?: number][] = [
  ['sslAnswer', 'ssl'],
  ['tls', 'tls'],
  ['startup', 'startup'],
  ['challenge', 'challenge'],
  ['backend', 'backend'],
  ['firstQuery', 'query', 1],
  ['secondQuery', 'query', 2],
  ['close', 'close'],
];

describe('a server that falls silent', () => {
  it('in any stage is left when the time is up', async () => {
    await bench.start();
    const fallSilent = async ([stage, step, query]: (typeof EVERY_STEP)[number]): Promise<void> => {
      const server = await startFakePostgres({
        password: PASSWORD,
        certificate,
        programme: at(step, 'silence', query),
      });
      const { port } = server;
      expect(await bench.failure({ port, tls: { verify: false } }, { deadlineMs: 1000 })).toMatchObject({
        code: 'POOLBENCH_PROBE_DEADLINE',
        details: { stage, deadlineMs: 1000, where: `127.0.0.1:${port}` },
      });
      await expect.poll(() => server.open).toBe(0);
      await server.stop();
    };
    await Promise.all(EVERY_STEP.map(fallSilent));
  });

  it('before it accepts is left when the time is up', async () => {
    const queue = await startFullQueue(await bench.start());
    expect(await bench.failure({ port: queue.port }, { deadlineMs: 100 })).toMatchObject({
      code: 'POOLBENCH_PROBE_DEADLINE',
      details: { stage: 'tcp' },
    });
    await queue.stop();
  });

  it('is left when the caller wishes, with his reason', async () => {
    await bench.start({ programme: at('backend', 'silence') });
    const reason = new Error('enough');
    const controller = new AbortController();
    const failed = bench.failure({}, { signal: controller.signal });
    await expect.poll(() => bench.server.open).toBe(1);
    controller.abort(reason);
    expect(await failed).toBe(reason);
    expect(await bench.failure({}, { signal: controller.signal })).toBe(reason);
    expect(bench.server.opened).toBe(1);
  });
});

describe('a server that breaks the connection', () => {
  it.each(EVERY_STEP)('by a reset in the stage %s', async (stage, step, query) => {
    await bench.start({ certificate, programme: at(step, 'reset', query) });
    expect(await bench.failure({ tls: { verify: false } })).toMatchObject({
      code: 'POOLBENCH_PROBE_CONNECTION_LOST',
      details: { stage, socketCode: 'ECONNRESET' },
    });
  });

  it.each(EVERY_STEP.slice(0, -1))('by closing it in the stage %s', async (stage, step, query) => {
    await bench.start({ certificate, programme: at(step, 'end', query) });
    expect(await bench.failure({ tls: { verify: false } })).toMatchObject({
      code: 'POOLBENCH_PROBE_CONNECTION_LOST',
      details: { stage },
    });
  });

  it('in the middle of a message', async () => {
    await bench.start({ programme: at('startup', { say: Buffer.from('R\0\0\0') }) });
    const failed = bench.failure();
    await expect.poll(() => bench.server.open).toBe(1);
    await sleep(20);
    await bench.server.stop();
    expect(await failed).toMatchObject({ code: 'POOLBENCH_PROBE_CONNECTION_LOST' });
  });
});

describe('nobody', () => {
  it('at the port', async () => {
    await bench.start();
    const { port } = bench.server;
    await bench.server.stop();
    expect(await bench.failure({ port })).toMatchObject({
      code: 'POOLBENCH_PROBE_UNREACHABLE',
      details: { stage: 'tcp', socketCode: 'ECONNREFUSED', where: `127.0.0.1:${port}` },
    });
    expect(await bench.failure({ port, host: 'localhost' })).toMatchObject({
      details: { socketCode: 'ECONNREFUSED', reason: expect.stringContaining('127.0.0.1') as string },
    });
  });

  it('at the socket', async () => {
    await bench.start();
    expect(await bench.failure({ host: '/no/such/directory', port: 5432 })).toMatchObject({
      code: 'POOLBENCH_PROBE_UNREACHABLE',
      details: { socketCode: 'ENOENT', where: '/no/such/directory/.s.PGSQL.5432' },
    });
  });

  it('by that name', async () => {
    await bench.start();
    expect(await bench.failure({ host: 'no-such-host.invalid' })).toMatchObject({
      code: 'POOLBENCH_PROBE_UNREACHABLE',
      details: { stage: 'lookup' },
    });
  });
});

describe('a target that no packet can carry', () => {
  it.each([
    ['user', { user: 'a\0b' }],
    ['password', { password: `${PASSWORD}\0` }],
    ['database', { database: '' }],
    ['host', { host: '' }],
    ['port', { port: 70_000 }],
    ['port', { port: Number.NaN }],
  ])('is refused by its %s', async (field, more) => {
    await bench.start();
    expect(await bench.failure(more)).toMatchObject({
      code: 'POOLBENCH_PROBE_BAD_TARGET',
      details: { field },
    });
    expect(bench.server.opened).toBe(0);
  });
});
