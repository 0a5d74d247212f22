import { defineRule } from '../../catalogue/rule.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L09',
  name: 'readonly-return-hint',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ program }, report) {
    for (const fn of program.functions) {
      if (fn.external?.readonly === true && fn.node.returns === undefined)
        report(nameOf(fn), words.says.missing, { method: fn.name });
    }
  },
});
