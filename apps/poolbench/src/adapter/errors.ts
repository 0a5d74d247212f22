import { defineError } from '@madang/errors';

/** An arm that cannot be. */
export const badArm = defineError<{ readonly arm: string; readonly reason: string }>({
  code: 'POOLBENCH_BAD_ARM',
  status: 400,
  retry: 'never',
  message: ({ arm, reason }) => `The arm ${arm} cannot be measured: ${reason}. Correct it in the plan.`,
});

/** A module that makes no adapter. */
export const badAdapterFile = defineError<{ readonly file: string; readonly reason: string }>({
  code: 'POOLBENCH_BAD_ADAPTER_FILE',
  status: 400,
  retry: 'never',
  message: ({ file, reason }) =>
    `The adapter ${file} cannot be used: ${reason}. It must export createAdapter(arm, target), which gives open, acquire, query, release, stats and close; the README of poolbench has an example.`,
});

/** Nothing to be had: not opened yet, or closed while somebody waited or held. */
export const adapterClosed = defineError<{ readonly arm: string }>({
  code: 'POOLBENCH_ADAPTER_CLOSED',
  status: 503,
  retry: 'never',
  message: ({ arm }) => `The arm ${arm} is closed. Open it, and use it before it is closed.`,
});

/** A connection that was lost while it was in hand, before anything was sent. */
export const connectionLost = defineError<{ readonly arm: string }>({
  code: 'POOLBENCH_CONNECTION_LOST',
  status: 503,
  retry: 'later',
  message: ({ arm }) =>
    `A connection of the arm ${arm} was lost while it was in hand. Release it and take another.`,
});

/** For an operation whose deadline has passed and that neither answers nor fails, though its connection was given up. */
export const operationHung = defineError<{ readonly arm: string; readonly deadlineMs: number }>({
  code: 'POOLBENCH_OPERATION_HUNG',
  status: 504,
  retry: 'later',
  message: ({ arm, deadlineMs }) =>
    `An operation of the arm ${arm} neither answered nor failed, ${deadlineMs} ms and more after it began. Leave out the arm, or see what the server and a pooler before it do.`,
});
