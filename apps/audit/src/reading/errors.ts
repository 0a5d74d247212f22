import { defineError, printable } from '@madang/errors';

export const nothingThere = defineError<{ path: string }>({
  code: 'AUDIT_NOTHING_THERE',
  status: 404,
  retry: 'never',
  message: ({ path }) =>
    `There is no file or folder "${printable(path, 300)}". Name a folder with a package.json, a zip, or "-" for standard input.`,
});

export const nothingToRead = defineError<{ path: string }>({
  code: 'AUDIT_NOTHING_TO_READ',
  status: 422,
  retry: 'never',
  message: ({ path }) =>
    `"${printable(path, 300)}" holds no Python file and no package.json. Name the folder of a SCORE, or its zip.`,
});

export const inputTooLarge = defineError<{ path: string; what: string; limit: number }>({
  code: 'AUDIT_INPUT_TOO_LARGE',
  status: 413,
  retry: 'never',
  message: ({ path, what, limit }) =>
    `"${printable(path, 300)}": ${what} is more than ${limit}. Name the package alone, without what lies beside it.`,
});

export const notAPackage = defineError<{ path: string }>({
  code: 'AUDIT_NOT_A_PACKAGE',
  status: 422,
  retry: 'never',
  message: ({ path }) =>
    `"${printable(path, 300)}" is neither a Python file, a zip, nor the hex content of a deploy transaction (0x504b…).`,
});

export const notAFile = defineError<{ path: string }>({
  code: 'AUDIT_NOT_A_FILE',
  status: 422,
  retry: 'never',
  message: ({ path }) =>
    `"${printable(path, 300)}" is a pipe, a socket or a device, and may never end. Name a file or a folder, or "-" for standard input.`,
});

export const notReadable = defineError<{ path: string; why: string }>({
  code: 'AUDIT_NOT_READABLE',
  status: 422,
  retry: 'never',
  message: ({ path, why }) =>
    `"${printable(path, 300)}" cannot be read: ${printable(why, 300)}. Let this user read it, or take it out of the folder.`,
});
