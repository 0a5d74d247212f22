import { defineError } from '@madang/errors';

export const badPlan = defineError<{ readonly file: string; readonly faults: readonly string[] }>({
  code: 'POOLBENCH_BAD_PLAN',
  status: 400,
  retry: 'never',
  message: ({ file, faults }) =>
    `The plan ${file} cannot be run: ${faults.join('; ')}. Correct it; the README of poolbench has an example.`,
});

export const noPlan = defineError<{ readonly given: number }>({
  code: 'POOLBENCH_RUN_USAGE',
  status: 400,
  retry: 'never',
  message: ({ given }) =>
    `run takes one file with a plan, not ${given}: ./madang poolbench run plan.yaml. The README of poolbench has an example.`,
});

export const unknownScenario = defineError<{ readonly name: string }>({
  code: 'POOLBENCH_UNKNOWN_SCENARIO',
  status: 400,
  retry: 'never',
  message: ({ name }) =>
    `There is no scenario "${name}". They are S1 to S15; the README of poolbench tells what each is.`,
});
