import { pbkdf2Sync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Moment } from '../../test/fake-postgres/behaviour.ts';
import { createCertificate } from '../scratch/certificate.ts';
import { startFakePostgres, type FakePostgres } from '../../test/fake-postgres/fake-postgres.ts';
import { startFullQueue } from '../../test/fake-postgres/full-queue.ts';
import { probe, type ConnectStages, type ProbeOptions } from './probe.ts';
import { STAGES, sumOf, type Stage } from './stages.ts';
import type { ProbeTarget } from './target.ts';

const certificate = createCertificate('localhost');
let server: FakePostgres;
afterEach(() => server.stop());

const targetAt = (address: { host: string; port: number }): ProbeTarget => ({
  ...address,
  user: 'someone',
  password: 'secret',
  database: 'somewhere',
});

const times = (result: ConnectStages, stage: Stage): number => result.stages[stage] ?? 0;

/**
 * Expects at least `delayMs` in the one stage and less than half of it in every other. A busy machine adds time to any stage, and what
 * began while the reader was held up is seen to begin late, so an attempt may be tried again; a delay that is put down to a wrong stage
 * is wrong each time.
 */
async function expectDelayIn(stage: Stage, delayMs: number, attempt: () => Promise<ConnectStages>) {
  const misplaced = async (): Promise<ConnectStages['stages'] | null> => {
    const result = await attempt();
    // A timer of Node may be a millisecond early.
    const found = times(result, stage) > delayMs - 2;
    const slowOther = STAGES.some((other) => other !== stage && times(result, other) >= delayMs / 2);
    return found && !slowOther ? null : result.stages;
  };
  let wrong = await misplaced();
  for (let tries = 1; wrong !== null && tries < 5; tries += 1) wrong = await misplaced();
  expect(wrong).toBeNull();
}

describe('a delay appears in its stage and in no other', () => {
  const cases: readonly (readonly [Stage, number, Partial<Moment>])[] = [
    ['sslAnswer', 80, { step: 'ssl' }],
    ['tls', 90, { step: 'tls' }],
    ['startup', 100, { step: 'startup' }],
    ['challenge', 110, { step: 'challenge' }],
    ['backend', 120, { step: 'backend' }],
    ['firstQuery', 130, { step: 'query', query: 1 }],
    ['secondQuery', 140, { step: 'query', query: 2 }],
    ['close', 150, { step: 'close' }],
  ];

  it.each(cases)('%s, %d ms', async (stage, delayMs, where) => {
    server = await startFakePostgres({
      certificate,
      programme: ({ step, query }) =>
        step === where.step && query === (where.query ?? query) ? { delayMs } : undefined,
    });
    const target = { ...targetAt(server), tls: { verify: false } };
    await expectDelayIn(stage, delayMs, () => probe(target, { deadlineMs: 10_000 }));
  });

  it.each(['trust', 'cleartext', 'md5'] as const)('backend, 100 ms, with %s', async (authentication) => {
    server = await startFakePostgres({
      authentication,
      programme: ({ step }) => (step === 'backend' ? { delayMs: 100 } : undefined),
    });
    await expectDelayIn('backend', 100, () => probe(targetAt(server), { deadlineMs: 10_000 }));
  });

  it('lookup, 100 ms', async () => {
    server = await startFakePostgres();
    const lookup: ProbeOptions['lookup'] = (_, options, done) => {
      const found = { address: server.host, family: 4 };
      setTimeout(() => (options.all === true ? done(null, [found]) : done(null, server.host, 4)), 100);
    };
    const target = targetAt({ host: 'database.example', port: server.port });
    await expectDelayIn('lookup', 100, () => probe(target, { deadlineMs: 10_000, lookup }));
  });

  it('tcp, about a second', async () => {
    server = await startFakePostgres();
    const queue = await startFullQueue(server);
    const probing = probe(targetAt(queue), { deadlineMs: 10_000 });
    await sleep(100);
    queue.open();
    const result = await probing;
    await queue.stop();
    await expectDelayIn('tcp', 500, () => Promise.resolve(result));
  });

  it('derivation, as long as the rounds take that the server asks for', async () => {
    const iterations = 200_000;
    server = await startFakePostgres({ iterations });
    const derive = (): number => {
      const began = performance.now();
      pbkdf2Sync('secret', 'salt', iterations / 5, 32, 'sha256');
      return (performance.now() - began) * 5;
    };
    const delayMs = Math.min(derive(), derive(), derive());
    await expectDelayIn('derivation', delayMs / 2, () => probe(targetAt(server), { deadlineMs: 10_000 }));
  });
});

describe('the stages that took place', () => {
  const present = ({ stages }: ConnectStages): readonly Stage[] =>
    STAGES.filter((stage) => stages[stage] !== null);
  const always = ['startup', 'backend', 'firstQuery', 'secondQuery', 'close'];

  it.each([
    ['trust', []],
    ['cleartext', []],
    ['md5', ['derivation']],
    ['scram-sha-256', ['challenge', 'derivation']],
  ] as const)('with %s', async (authentication, more) => {
    server = await startFakePostgres({ authentication });
    const result = await probe(targetAt(server), { deadlineMs: 10_000 });
    expect(result).toMatchObject({
      authentication,
      serverVersion: '18.4 (fake)',
      backendPid: 4242,
      tlsVersion: null,
    });
    expect(new Set(present(result))).toEqual(new Set(['tcp', ...more, ...always]));
  });

  it('with TLS and a host name', async () => {
    server = await startFakePostgres({ certificate });
    const target = { ...targetAt(server), host: 'localhost', tls: { verify: true, ca: certificate.cert } };
    const result = await probe(target, { deadlineMs: 10_000 });
    expect(present(result)).toEqual(STAGES);
    expect(result.tlsVersion).toBe('TLSv1.3');
  });

  it('sum to the total, and up to the first query to the time of connecting', async () => {
    server = await startFakePostgres();
    const { stages, connectMs, totalMs } = await probe(targetAt(server), { deadlineMs: 10_000 });
    const { firstQuery, secondQuery, close } = stages;
    expect(Math.abs(sumOf(stages) - totalMs)).toBeLessThan(0.03 * totalMs);
    expect(connectMs + (firstQuery ?? 0) + (secondQuery ?? 0) + (close ?? 0)).toBeCloseTo(sumOf(stages), 6);
  });
});
