import type { Verb } from '@madang/system';
import { MEASURING_FLAGS, MEASURING_SWITCHES } from './options.ts';

/** `poolbench run PLAN.yaml`: a plan of one's own. */
export const runPlan: Verb = {
  name: 'run',
  summary: 'Runs a plan of your own (YAML); ends with 1 when one of its thresholds is missed',
  examples: ['run plan.yaml', 'run plan.yaml --dsn postgres://app@db.example/shop --yes --allow-writes'],
  flags: { ...MEASURING_FLAGS, only: 'Scenarios to run, such as S4,S5; those of the plan unless given' },
  switches: MEASURING_SWITCHES,
  run: async (context) => {
    const [{ measureAndReport }, { readPlan }, { onlyScenarios }, { noPlan }] = await Promise.all([
      import('./measure-and-report.ts'),
      import('../plan/read-plan.ts'),
      import('../plan/only-scenarios.ts'),
      import('../plan/errors.ts'),
    ]);
    const [file, ...more] = context.words;
    if (file === undefined || more.length > 0) throw noPlan({ given: context.words.length });
    return measureAndReport(context, async (schema) =>
      onlyScenarios(await readPlan(file, schema), context.flags.get('only')),
    );
  },
};
