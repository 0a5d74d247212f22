import { defineError, printable } from '@madang/errors';

export const classUnknown = defineError<{ name: string; known: readonly string[] }>({
  code: 'AUDIT_CLASS_UNKNOWN',
  status: 404,
  retry: 'never',
  message: ({ name, known }) => {
    const there =
      known.length === 0
        ? 'there is none in what was read'
        : `there are ${known.map((each) => printable(each, 60)).join(', ')}`;
    return `There is no contract class "${printable(name, 60)}": ${there}.`;
  },
});

export const printUsage = defineError<{ given: number }>({
  code: 'AUDIT_PRINT_USAGE',
  status: 400,
  retry: 'never',
  message: ({ given }) =>
    `print wants a printer and one path, and got ${given} paths, such as: print access my_score/. Alone it lists the printers.`,
});

export const printerUnknown = defineError<{ name: string; known: readonly string[] }>({
  code: 'AUDIT_PRINTER_USAGE',
  status: 400,
  retry: 'never',
  message: ({ name, known }) =>
    `There is no printer "${printable(name, 60)}"; it is one of ${known.join(', ')}.`,
});

export const outputUnwritable = defineError<{ path: string; why: string }>({
  code: 'AUDIT_OUTPUT_UNWRITABLE',
  status: 500,
  retry: 'never',
  message: ({ path, why }) =>
    `"${printable(path, 300)}" cannot be written: ${printable(why, 300)}. Name a file in a folder that is there.`,
});
