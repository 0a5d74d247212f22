import { defineRule, type Report } from '../../catalogue/rule.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { StringLiteral } from '../../domain/python/tree.ts';
import { words } from './words.ts';

const ADDRESS = /^(?:hx|cx)[0-9a-fA-F]{40}$/;
/** Of the system and of nobody: the same on all networks, for ever. */
const OF_NETWORK = /^(?:hx|cx)0{39}[0-9]$/;

export const rule = defineRule({
  id: 'Q11',
  name: 'hard-coded-address',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check({ facts }, report) {
    for (const found of facts.judged('String')) if (!isTestModule(found.module)) checkText(found, report);
  },
});

function checkText(found: Found<StringLiteral>, report: Report): void {
  const { node, fn } = found;
  if (fn === undefined || !ADDRESS.test(node.value) || OF_NETWORK.test(node.value)) return;
  report(found, words.says.literal, { address: node.value, method: fn.name });
}
