import { defineRule, type Report } from '../../catalogue/rule.ts';
import { spentBefore } from '../../domain/failure/spent.ts';
import { swallowedByHandlers } from '../../domain/failure/swallowed.ts';
import type { ContractModel } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F05',
  name: 'swallowed-exception',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, facts }, report) {
    for (const contract of contracts) checkContract(contract, facts, report);
  },
});

function checkContract(contract: ContractModel, facts: TreeFacts, report: Report): void {
  for (const flow of contract.judged) {
    if (flow.entry.kind === 'readonly') continue;
    for (const { call, at, told } of swallowedByHandlers(flow, facts)) {
      // What was taken away before the call is the worse part of it (F06).
      if (spentBefore(contract, flow, call) !== undefined) continue;
      report(at, told ? words.says.onlyTold : words.says.swallowed, {
        call: sourceOf(call.module, call.node),
      });
    }
  }
}
