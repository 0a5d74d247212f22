import { afterAll, beforeAll, expect, it } from 'vitest';
import { benchOnScratch, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import { churn } from './s7-churn.ts';

let on: BenchOnScratch;

beforeAll(async () => {
  on = await benchOnScratch('S7', { terms: { rounds: 2, cellSeconds: 0.5, mostWarmUpSeconds: 0.3 } });
  await churn.run(on.bench);
}, 90_000);
afterAll(() => on.stop());

it('opens as many connections as the rule asks for, and shows what that costs', () => {
  const verdicts = on.records().filter((record) => record.type === 'verdict');
  const checks = verdicts.filter(({ subject }) => subject === 'check');
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.map(({ answer, sentence }) => [answer, sentence])).toEqual(
    checks.map(({ sentence }) => ['passed', sentence]),
  );
  const each = verdicts.find(({ sentence }) => sentence.includes('one connect per 1 query'));
  // A connect costs some thirty times what this query does.
  expect(each!.value).toBeLessThan(0.5);
  expect(verdicts.filter(({ subject }) => subject === 'comparison')).toHaveLength(4);
  const cost = verdicts.find(({ metric }) => metric === 'cpu_s');
  expect(cost!.sentence).toMatch(
    /a connection costs \d+\.\d ms of CPU, \d+\.\d here and \d+\.\d on the server \(\d+\.\d\d ms for the keys of SCRAM alone\)/,
  );
  // Forking a back-end and deriving the keys take milliseconds on any machine.
  expect(cost!.value).toBeGreaterThan(0.001);
});
