import { defineError } from '@madang/errors';

export const badSeed = defineError<{ seed: string }>({
  code: 'POOLBENCH_BAD_SEED',
  status: 400,
  retry: 'never',
  message: ({ seed }) =>
    `--seed is "${seed}": must be a whole number from 0 on, such as the seed that a report names. Leave it out for another order each time.`,
});

export const badMetricsPort = defineError<{ port: string }>({
  code: 'POOLBENCH_BAD_METRICS_PORT',
  status: 400,
  retry: 'never',
  message: ({ port }) => `--metrics-port is "${port}": must be a whole number from 1 to 65535, such as 9187.`,
});
