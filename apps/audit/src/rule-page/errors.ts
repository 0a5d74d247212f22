import { defineError, printable } from '@madang/errors';

export const ruleNotFound = defineError<{ id: string; near: readonly string[] }>({
  code: 'AUDIT_RULE_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ id, near }) =>
    `There is no rule "${printable(id, 60)}"${near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`}; /audit/rules lists them.`,
});
