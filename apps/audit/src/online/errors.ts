import { defineError } from '@madang/errors';

export const nothingHandedIn = defineError({
  code: 'AUDIT_NOTHING_HANDED_IN',
  status: 400,
  retry: 'never',
  message: () =>
    'Nothing was handed in. Send a zip, the hex content of a deploy transaction or a Python file as the body.',
});

export const tooManyChecks = defineError<{ waiting: number }>({
  code: 'AUDIT_TOO_MANY_CHECKS',
  status: 429,
  retry: 'later',
  message: ({ waiting }) =>
    `${waiting} contracts wait for their check already. Try again in a few seconds, or run ./madang audit check on your own machine.`,
});

export const checksTooOften = defineError<{ perMinute: number; retryAfterSeconds: number }>({
  code: 'AUDIT_CHECKS_TOO_OFTEN',
  status: 429,
  retry: 'later',
  message: ({ perMinute, retryAfterSeconds }) =>
    `Your address asked for ${perMinute} checks within a minute, and more are not taken. Try again in ${retryAfterSeconds} s, or run ./madang audit check on your own machine.`,
});

export const checkTooLong = defineError<{ seconds: number }>({
  code: 'AUDIT_CHECK_TOO_LONG',
  status: 422,
  retry: 'never',
  message: ({ seconds }) =>
    `The check was given up after ${seconds} s. Run ./madang audit check on your own machine, where it may take as long as it likes.`,
});

export const checkTooLarge = defineError<{ megabytes: number }>({
  code: 'AUDIT_CHECK_TOO_LARGE',
  status: 422,
  retry: 'never',
  message: ({ megabytes }) =>
    `The check needed more than ${megabytes} MB of memory and was given up. Run ./madang audit check on your own machine.`,
});

/** Nobody is there to be told. */
export const checkAbandoned = defineError({
  code: 'AUDIT_CHECK_ABANDONED',
  status: 499,
  retry: 'later',
  message: () => 'The check was stopped because nobody waited for it any more. Send the contract again.',
});

export const checkBroken = defineError<{ why: string }>({
  code: 'AUDIT_CHECK_BROKEN',
  status: 500,
  retry: 'never',
  message: ({ why }) => `The thread that checks ended: ${why}. Report this with the contract.`,
});
