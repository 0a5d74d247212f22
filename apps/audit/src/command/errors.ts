import { defineError, printable } from '@madang/errors';

export const pathUsage = defineError<{ given: number }>({
  code: 'AUDIT_PATH_USAGE',
  status: 400,
  retry: 'never',
  message: ({ given }) =>
    `check wants one path and got ${given}: a folder, a zip, a file of hex, or "-" for standard input.`,
});

export const flagUsage = defineError<{ flag: string; value: string; known: readonly string[] }>({
  code: 'AUDIT_FLAG_USAGE',
  status: 400,
  retry: 'never',
  message: ({ flag, value, known }) =>
    `--${flag} cannot be "${printable(value, 60)}"; it is one of ${known.join(', ')}.`,
});

export const ruleUnknown = defineError<{ id: string }>({
  code: 'AUDIT_RULE_USAGE',
  status: 400,
  retry: 'never',
  message: ({ id }) => `There is no rule "${printable(id, 60)}"; ./madang audit rules lists them.`,
});

export const rulesUsage = defineError<{ given: number }>({
  code: 'AUDIT_RULES_USAGE',
  status: 400,
  retry: 'never',
  message: ({ given }) => `rules wants at most one id and got ${given} words, such as: rules F01.`,
});
