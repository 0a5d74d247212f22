import { defineError, printable } from '@madang/errors';

export const commandUsage = defineError<{ command: string; hint: string }>({
  code: 'HOUSE_COMMAND_USAGE',
  status: 400,
  retry: 'never',
  message: ({ command, hint }) =>
    `There is no command "${printable(command, 100)}"${hint}. See ./madang --help.`,
});

export const commandMissing = defineError<{ flag: string }>({
  code: 'HOUSE_COMMAND_MISSING_USAGE',
  status: 400,
  retry: 'never',
  message: ({ flag }) =>
    `"--${printable(flag, 100)}" belongs to a command, and there is none: "./madang serve" starts everything. See ./madang --help.`,
});

export const wordsUsage = defineError<{ command: string; word: string }>({
  code: 'HOUSE_WORDS_USAGE',
  status: 400,
  retry: 'never',
  message: ({ command, word }) =>
    `"${command}" does not know what to do with "${printable(word, 100)}". See ./madang ${command} --help.`,
});

export const roleUsage = defineError<{ role: string; known: readonly string[]; hint: string }>({
  code: 'HOUSE_ROLE_USAGE',
  status: 400,
  retry: 'never',
  message: ({ role, known, hint }) =>
    `There is no role "${printable(role, 100)}" here${hint}; the roles are ${known.join(', ')}.`,
});
