import type { Verb } from '@madang/system';
import { MEASURING_FLAGS, MEASURING_SWITCHES } from './options.ts';

/** `poolbench quick`: what a connection costs, what keeping it saves, how large the pool should be. */
export const quick: Verb = {
  name: 'quick',
  summary: 'Answers in about two minutes what a connection pool buys here, on a PostgreSQL of its own',
  examples: ['quick', 'quick --html report.html', 'quick --dsn postgres://app@db.example/shop --yes'],
  flags: MEASURING_FLAGS,
  switches: MEASURING_SWITCHES,
  // Loaded when it is wanted: no other process of the house needs drivers and histograms.
  run: async (context) => {
    const [{ measureAndReport }, { quickPlan }] = await Promise.all([
      import('./measure-and-report.ts'),
      import('../plan/quick.ts'),
    ]);
    return measureAndReport(context, (schema) => Promise.resolve(quickPlan(schema)));
  },
};
