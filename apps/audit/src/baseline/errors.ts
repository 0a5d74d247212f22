import { defineError, printable } from '@madang/errors';

export const baselineUnreadable = defineError<{ file: string; why: string }>({
  code: 'AUDIT_BASELINE_UNREADABLE',
  status: 422,
  retry: 'never',
  message: ({ file, why }) =>
    `The baseline "${printable(file, 300)}" cannot be used: ${printable(why, 300)}. Write it anew with --write-baseline.`,
});
