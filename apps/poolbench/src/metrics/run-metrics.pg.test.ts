import { spawnSync } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { benchOnScratch } from '../../test/bench-on-scratch.ts';
import { selectByKey } from '../load/workloads.ts';
import { poolOf } from '../scenario/arms.ts';
import { SCHEMA } from '../scratch/own-schema.ts';
import { createRunMetrics } from './run-metrics.ts';

it('what a real run brings agrees with what the server counted, and passes the lint of Prometheus', async () => {
  const { bench, records, agreements, close, stop } = await benchOnScratch('S2', { terms: { rounds: 1 } });
  onTestFinished(stop);
  const cell = {
    arm: poolOf(2),
    workload: selectByKey(SCHEMA),
    load: { model: 'closed' as const, workers: 4 },
  };
  await bench.measure(cell, { round: 1, seconds: 1.5 });
  await close();

  const metrics = createRunMetrics();
  for (const record of records()) metrics.record(record);
  const text = await metrics.text();
  const [agreement] = await agreements();
  const ok = /poolbench_operations_total\{[^}]*outcome="ok"\} (\d+)/.exec(text)?.[1];
  expect(Number(ok)).toBe(agreement?.served);
  const counted = /poolbench_query_duration_seconds_count\{[^}]*\} (\d+)/.exec(text)?.[1];
  expect(counted).toBe(ok);

  const lint = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
  if (lint.error === undefined) expect([lint.status, lint.stdout + lint.stderr]).toEqual([0, '']);
});
