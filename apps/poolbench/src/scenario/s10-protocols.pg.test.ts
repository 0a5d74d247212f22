import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchOnScratch, type BenchOnScratch } from '../../test/bench-on-scratch.ts';
import { readWrite, selectByKey } from '../load/workloads.ts';
import { SCHEMA } from '../scratch/own-schema.ts';
import { protocols } from './s10-protocols.ts';
import { drivers } from './s11-drivers.ts';

const TERMS = { rounds: 2, cellSeconds: 0.3, mostWarmUpSeconds: 0.3, asking: 4, askingInSweep: 16 };

describe('S10', () => {
  let on: BenchOnScratch;
  beforeAll(async () => {
    const workloads = [selectByKey(SCHEMA), readWrite(SCHEMA)];
    on = await benchOnScratch('S10', { terms: { ...TERMS, workloads } });
    await protocols.run(on.bench);
  }, 90_000);
  afterAll(() => on.stop());

  it('measures all four ways where they are possible', () => {
    const arms = (workload: string): string[] =>
      on
        .records()
        .flatMap((one) =>
          one.type === 'cell_start' && one.workload === workload && one.round === 1 ? [one.arm ?? ''] : [],
        );
    expect(arms('select').sort()).toEqual([
      'pg named, pipelined on 1',
      'pg named, pool of 4',
      'pg simple, pool of 4',
      'pg unnamed, pool of 4',
    ]);
    // A transaction needs a connection to itself.
    expect(arms('read-write')).not.toContain('pg named, pipelined on 1');
    for (const end of on.records())
      if (end.type === 'cell_end') expect([end.cell, end.errors]).toEqual([end.cell, {}]);
  });

  it('sends statements that the server counts as the same, whichever protocol they came by', async () => {
    const agreements = (await on.agreements()).filter(({ statement }) =>
      /^(select|insert|update)/.test(statement),
    );
    expect(agreements).toHaveLength(3);
    for (const { statement, answered, served } of agreements)
      expect([statement, served]).toEqual([statement, answered]);
  });
});

describe('S11', () => {
  it('lets every driver run the very same statements', async () => {
    const on = await benchOnScratch('S11', { terms: TERMS });
    try {
      await drivers.run(on.bench);
      const verdicts = on.records().filter((record) => record.type === 'verdict');
      expect(verdicts.filter(({ subject }) => subject === 'comparison')).toHaveLength(2 * 5);
      expect(verdicts.filter(({ subject }) => subject === 'check').map(({ answer }) => answer)).toEqual([
        'passed',
      ]);
    } finally {
      await on.stop();
    }
  }, 90_000);
});
