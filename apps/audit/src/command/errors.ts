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

export const flagsTogether = defineError<{ why: string }>({
  code: 'AUDIT_FLAGS_USAGE',
  status: 400,
  retry: 'never',
  message: ({ why }) => `${why}. ./madang audit check --help tells what each does.`,
});

export const stdinNameUsage = defineError<{ name: string }>({
  code: 'AUDIT_STDIN_NAME_USAGE',
  status: 400,
  retry: 'never',
  message: ({ name }) =>
    `--stdin-name cannot be "${printable(name, 100)}"; it is the path of a Python file within the package, such as token/token.py.`,
});

export const notMendable = defineError<{ path: string }>({
  code: 'AUDIT_NOT_MENDABLE',
  status: 422,
  retry: 'never',
  message: ({ path }) =>
    `"${printable(path, 300)}" is no folder and no Python file, so nothing can be mended in it. --diff shows what would be.`,
});

export const notWatched = defineError<{ path: string; why: string }>({
  code: 'AUDIT_NOT_WATCHED',
  status: 500,
  retry: 'never',
  message: ({ path, why }) =>
    `"${printable(path, 300)}" cannot be watched: ${printable(why, 300)}. Run the command without --watch, or watch a smaller folder.`,
});

export const ruleUnknown = defineError<{ id: string; near: readonly string[] }>({
  code: 'AUDIT_RULE_USAGE',
  status: 400,
  retry: 'never',
  message: ({ id, near }) =>
    `There is no rule "${printable(id, 60)}"${near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`}; ./madang audit rules lists them.`,
});

export const explainUsage = defineError<{ given: number }>({
  code: 'AUDIT_EXPLAIN_USAGE',
  status: 400,
  retry: 'never',
  message: ({ given }) => `explain wants one id and got ${given} words, such as: explain F01.`,
});

export const rulesUsage = defineError<{ given: number }>({
  code: 'AUDIT_RULES_USAGE',
  status: 400,
  retry: 'never',
  message: ({ given }) => `rules wants at most one id and got ${given} words, such as: rules F01.`,
});
