import type { Verb } from '@madang/system';
import { MEASURING_FLAGS, MEASURING_SWITCHES } from './options.ts';

/** `poolbench full`: every scenario, on every network. */
export const full: Verb = {
  name: 'full',
  summary: 'Runs every scenario with rounds enough for small differences; takes hours',
  examples: ['full --html report.html', 'full --only S4,S5,S6'],
  flags: { ...MEASURING_FLAGS, only: 'Scenarios to run, such as S4,S5; all unless given' },
  switches: MEASURING_SWITCHES,
  run: async (context) => {
    const [{ measureAndReport }, { fullPlan }, { onlyScenarios }] = await Promise.all([
      import('./measure-and-report.ts'),
      import('../plan/full.ts'),
      import('../plan/only-scenarios.ts'),
    ]);
    const only = context.flags.get('only');
    return measureAndReport(context, (schema) => Promise.resolve(onlyScenarios(fullPlan(schema), only)));
  },
};
