import { defineError, printable } from '@madang/errors';

export const commandUsage = defineError<{ command: string; hint: string }>({
  code: 'HOUSE_COMMAND_USAGE',
  status: 400,
  retry: 'never',
  message: ({ command, hint }) =>
    `There is no command "${printable(command, 100)}"${hint}. See ./madang --help.`,
});
