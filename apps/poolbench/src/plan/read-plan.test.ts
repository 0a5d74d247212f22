import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ALL_ENTRANCES, FEW_ENTRANCES } from '../scratch/entrance.ts';
import { onlyScenarios } from './only-scenarios.ts';
import { quickPlan } from './quick.ts';
import { readPlan } from './read-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plan(text: string): Promise<Awaited<ReturnType<typeof readPlan>>> {
  const file = join(folder, 'plan.yaml');
  writeFileSync(file, text);
  return readPlan(file, 'bench');
}

describe('readPlan', () => {
  it('takes what is said, with units, and the rest from quick', async () => {
    const { name, scenarios, terms, thresholds } = await plan(`
      name: checkout
      scenarios: [S2, S4]
      rounds: 10
      cell: 1s
      sizes: [10, 2]
      roundTrips: [0ms, 0.5ms]
      threads: [2]
      thresholds:
        - { arm: pool of 10, workload: select, atLeastPerSecond: 5000, p99AtMost: 20ms }
    `);
    const quick = quickPlan('bench').terms;
    expect([name, scenarios]).toEqual(['checkout', ['S2', 'S4']]);
    expect(terms).toEqual({
      ...quick,
      rounds: 10,
      cellSeconds: 1,
      sizes: [2, 10],
      roundTripsMs: [0, 0.5],
      crews: [{ kind: 'threads', members: 2 }],
    });
    expect(thresholds).toEqual([
      { arm: 'pool of 10', workload: 'select', atLeastPerSecond: 5000, p99AtMostMs: 20 },
    ]);
  });

  it('takes apart all entrances of a scratch server when asked to', async () => {
    expect((await plan('name: own')).terms.entrances).toEqual(FEW_ENTRANCES);
    expect((await plan('name: own\nentrances: all')).terms.entrances).toEqual(ALL_ENTRANCES);
    await expect(plan('name: own\nentrances: some')).rejects.toThrow('entrances');
  });

  it('reads workloads of one’s own, their rows from a file beside the plan', async () => {
    writeFileSync(join(folder, 'customers.csv'), 'id,name\n7,Kim\n');
    const { terms, ownWorkloads } = await plan(`
      name: own
      workloads:
        - select
        - mix: { share: 0.02, sleep: 50ms }
        - name: orders of a customer
          rows: customers.csv
          statements:
            - text: select * from orders where customer = $1 and day > $2
              values: [{ column: id }, { integer: [1, 31] }]
    `);
    expect(terms.workloads.map(({ name }) => name)).toEqual(['select', 'mix', 'orders of a customer']);
    expect(ownWorkloads?.map(({ name, rows }) => [name, rows])).toEqual([
      ['orders of a customer', [{ id: '7', name: 'Kim' }]],
    ]);
  });

  it.each([
    ['name: a\nrouns: 3', /rouns is not known \(did you mean rounds/],
    ['name: a\ncell: 500', /cell: must be a duration with its unit/],
    ['name: a\nscenarios: [S99]', /scenarios/],
    ['name: a\nsizes: [0]', /sizes/],
    ['rounds: 3', /name/],
    ['name: a\nworkloads: [{ name: b, statements: [{ text: "select $1" }] }]', /1 parameters and 0 values/],
    ['name: a\nworkloads: [{ name: b, rows: none.csv, statements: [{ text: "select 1" }] }]', /none\.csv/],
    [
      'name: a\nworkloads: [{ name: b, rows: 3, statements: [{ text: "select 1" }] }]',
      /workloads\.0\.rows: .*expected string/,
    ],
    [
      'name: a\nworkloads: [{ name: b, statments: [] }]',
      /workloads\.0\.statements: .*workloads\.0\.statments is not known/,
    ],
    ['name: a\nworkloads: [updates]', /workloads\.0: Invalid option: expected one of "select"/],
    ['[1, 2', /cannot be read/],
  ])('refuses %j with the reason', async (text, reason) => {
    await expect(plan(text)).rejects.toThrow(reason);
  });
});

describe('onlyScenarios', () => {
  it('leaves those that are named, in that order', () => {
    expect(onlyScenarios(quickPlan('bench'), 's4, S1').scenarios).toEqual(['S4', 'S1']);
    expect(onlyScenarios(quickPlan('bench'), undefined).scenarios).toEqual(quickPlan('bench').scenarios);
  });

  it('refuses one that is not there', () => {
    expect(() => onlyScenarios(quickPlan('bench'), 'S4,S16')).toThrow(/"S16"/);
  });
});
