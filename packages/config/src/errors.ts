import { defineError, printable } from '@madang/errors';

export const argumentsUsage = defineError<{ argument: string; reason: string }>({
  code: 'CONFIG_ARGUMENTS_USAGE',
  status: 400,
  retry: 'never',
  message: ({ argument, reason }) => `${printable(argument, 100)}: ${reason}. See --help.`,
});

export const configFileUnreadable = defineError<{ file: string; reason: string }>({
  code: 'CONFIG_FILE_UNREADABLE',
  status: 500,
  retry: 'never',
  message: ({ file, reason }) =>
    `The settings file ${printable(file, 200)} cannot be read: ${printable(reason, 300)}. Mend it or name another with --config FILE.`,
});

export const configInvalid = defineError<{ faults: readonly string[] }>({
  code: 'CONFIG_INVALID',
  status: 500,
  retry: 'never',
  message: ({ faults }) =>
    [
      `${faults.length === 1 ? 'One setting is' : `${faults.length} settings are`} not usable; nothing was started or changed:`,
      ...faults.map((fault) => `  - ${fault}`),
      'See --help for all settings.',
    ].join('\n'),
});
