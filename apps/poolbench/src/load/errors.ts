import { defineError } from '@madang/errors';

/** A workload that cannot be run as it is written. */
export const badWorkload = defineError<{ readonly what: string; readonly reason: string }>({
  code: 'POOLBENCH_BAD_WORKLOAD',
  status: 400,
  retry: 'never',
  message: ({ what, reason }) => `In the workload, ${what} ${reason}. Correct it in the plan.`,
});

/** A file of rows for a workload that cannot be read. */
export const badRows = defineError<{ readonly file: string; readonly reason: string }>({
  code: 'POOLBENCH_BAD_ROWS',
  status: 400,
  retry: 'never',
  message: ({ file, reason }) =>
    `The rows of ${file} cannot be used: ${reason}. Give a CSV file with a header line, or one JSON object a line (.jsonl).`,
});

/** A thread or process of a crew ended before its work was done. */
export const memberDied = defineError<{ readonly member: number; readonly how: string }>({
  code: 'POOLBENCH_MEMBER_DIED',
  status: 500,
  retry: 'later',
  message: ({ member, how }) =>
    `Member ${member} of the crew that made the load ended before its time: ${how}. What the others measured is not used; measure again.`,
});
