import { defineError, printable } from '@madang/errors';

export const notWritten = defineError<{ path: string; why: string }>({
  code: 'AUDIT_NOT_WRITTEN',
  status: 500,
  retry: 'never',
  message: ({ path, why }) =>
    `"${printable(path, 300)}" was not written: ${printable(why, 300)}. Name a file in a folder that is there and may be written.`,
});

export const outsideOfInput = defineError<{ path: string }>({
  code: 'AUDIT_OUTSIDE_OF_INPUT',
  status: 409,
  retry: 'never',
  message: ({ path }) =>
    `"${printable(path, 300)}" is a link or leads out of what was handed in, so nothing was mended. Check the folder that it really lies in.`,
});

export const changedMeanwhile = defineError<{ path: string }>({
  code: 'AUDIT_CHANGED_MEANWHILE',
  status: 409,
  retry: 'never',
  message: ({ path }) =>
    `"${printable(path, 300)}" was changed by somebody else while it was checked, so nothing was mended. Run the command again.`,
});
