import { defineRule } from '../../catalogue/rule.ts';
import { IRC2_METHODS, tokenOf } from '../../domain/token/token.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'T01',
  name: 'irc2-missing-method',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C09'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const { standard, methods } = tokenOf(contract);
      const { name, module, node, unknownBase } = contract.cls;
      const missing = IRC2_METHODS.filter((method) => !methods.has(method));
      if (standard !== 'IRC2' || unknownBase || missing.length === 0) continue;
      const at = { module, node: { start: node.nameStart, end: node.nameStart + name.length } };
      const confidence = missing.length < 3 ? 'high' : 'medium';
      report(at, words.says.missing, { name, methods: missing.join(', ') }, { confidence });
    }
  },
});
