import { afterAll, beforeAll, expect, it } from 'vitest';
import { benchOnScratch, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import { readStatements } from '../server/counters.ts';
import { findPgBouncer, isAtLeast } from '../via/pgbouncer/find-pgbouncer.ts';
import { pooler } from './s9-pooler.ts';

const pgBouncer = await findPgBouncer();
let on: BenchOnScratch | undefined;

beforeAll(async () => {
  if (pgBouncer === null) return;
  on = await benchOnScratch('S9', {
    terms: { rounds: 2, cellSeconds: 0.4, mostWarmUpSeconds: 0.3, asking: 4 },
  });
  await pooler.run(on.bench);
}, 120_000);
afterAll(() => on?.stop());

const sentences = (): string[] =>
  on!
    .records()
    .flatMap((record) => (record.type === 'verdict' ? [`${record.answer}: ${record.sentence}`] : []));

it('measures each mode and each form of authentication against the server itself', (context) => {
  if (pgBouncer === null) context.skip('PgBouncer is not installed');
  expect(sentences().filter((one) => one.includes('a kept pool through PgBouncer'))).toHaveLength(3);
  expect(sentences().filter((one) => one.includes('a connection per query through PgBouncer'))).toHaveLength(
    4,
  );
  expect(sentences().filter((one) => one.startsWith('failed'))).toEqual([]);
});

it('tells what of a session survives in each mode', (context) => {
  if (pgBouncer === null) context.skip('PgBouncer is not installed');
  const of = (mode: string): string =>
    sentences().find((one) => one.includes(`by PgBouncer ${mode}`) && /work|survives/.test(one))!;
  expect(of('session')).toContain(
    'SET, temporary tables, session advisory locks, PREPARE, LISTEN, transactions work',
  );
  expect(of('transaction')).toMatch(/transactions work; broken or unreliable: SET, temporary tables/);
  expect(of('statement')).toMatch(/broken or unreliable:.*transactions/);
});

it('gives every operation of a prepared driver an outcome, also those that the pooler swallows', (context) => {
  if (pgBouncer === null) context.skip('PgBouncer is not installed');
  const named = on!
    .records()
    .filter((record) => record.type === 'cell_end')
    .filter(({ arm }) => arm?.includes(' named') === true);
  expect(named).toHaveLength(3);
  for (const { counts } of named) {
    const { offered, ok, error, timeout, hung, dropped } = counts;
    expect(Number(offered)).toBe(
      [ok, error, timeout, hung, dropped].reduce<number>((sum, one) => sum + Number(one), 0),
    );
  }
  // From 1.21 on it keeps named statements for its clients.
  if (!isAtLeast(pgBouncer?.version ?? '', '1.21'))
    expect(named.some(({ counts }) => Number(counts.ok) < Number(counts.offered))).toBe(true);
});

it('asks nothing of the server in passing that a workload would count as its own', async (context) => {
  if (pgBouncer === null) context.skip('PgBouncer is not installed');
  // The server tells statements apart by what they do, not by how they are written.
  const served = await readStatements(on!.bench.database, ['select pg_sleep($1)']);
  expect(served.get('select pg_sleep($1)')?.calls ?? 0).toBe(0);
});
