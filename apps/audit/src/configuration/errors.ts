import { defineError, printable } from '@madang/errors';

export const settingsInvalid = defineError<{ file: string; faults: readonly string[] }>({
  code: 'AUDIT_SETTINGS_INVALID',
  status: 422,
  retry: 'never',
  message: ({ file, faults }) =>
    `${printable(file, 300)} cannot be used: ${faults
      .slice(0, 10)
      .map((fault) => printable(fault, 300))
      .join('; ')}. docs/settings.md of the audit tells what may stand there; --settings none does without.`,
});

export const settingsUnusable = defineError<{ file: string; why: string }>({
  code: 'AUDIT_SETTINGS_UNUSABLE',
  status: 422,
  retry: 'never',
  message: ({ file, why }) =>
    `${printable(file, 300)} was not read: ${why}. Put a plain file there, or use --settings none.`,
});
