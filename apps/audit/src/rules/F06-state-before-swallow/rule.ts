import { defineRule, type Report } from '../../catalogue/rule.ts';
import { spentBefore } from '../../domain/failure/spent.ts';
import { swallowedByHandlers, swallowedBySend } from '../../domain/failure/swallowed.ts';
import type { ContractModel } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F06',
  name: 'state-before-swallow',
  severity: 'high',
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
    for (const { call, at } of swallowedByHandlers(flow, facts)) {
      const spent = spentBefore(contract, flow, call);
      if (spent !== undefined)
        report(at, words.says.handler, {
          item: spent.action.item.name,
          call: sourceOf(call.module, call.node),
        });
    }
    for (const { call } of swallowedBySend(flow)) {
      const spent = spentBefore(contract, flow, call);
      if (spent !== undefined)
        report(call, words.says.send, {
          item: spent.action.item.name,
          call: sourceOf(call.module, call.node),
        });
    }
  }
}
