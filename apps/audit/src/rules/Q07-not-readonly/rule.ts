import { defineRule, type Report } from '../../catalogue/rule.ts';
import { mayChange, resultsOf } from '../../domain/flow/effects.ts';
import type { Flow } from '../../domain/flow/flow.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q07',
  name: 'not-readonly',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const { judged } of contracts) for (const flow of judged) checkFlow(flow, report);
  },
});

function checkFlow(flow: Flow, report: Report): void {
  const { kind, fn } = flow.entry;
  if (kind !== 'external' || fn.abstract || mayChange(flow) || resultsOf(flow).length === 0) return;
  const node = { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length };
  report({ module: fn.module, node }, words.says.reader, { method: fn.name });
}
