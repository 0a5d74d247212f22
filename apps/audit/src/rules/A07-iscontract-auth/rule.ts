import { defineRule, type Report } from '../../catalogue/rule.ts';
import {
  asksForContract,
  asksWho,
  asksWhoOrForContract,
  isOpen,
  isPassedBy,
} from '../../domain/access/asked.ts';
import { isTokenCallback } from '../../domain/access/ledger.ts';
import { lockItems } from '../../domain/access/locks.ts';
import { goesToCaller, isTakenAtWill, outflowOf } from '../../domain/access/outflow.ts';
import { isOpenEntry, privileges } from '../../domain/access/privileged.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import {
  isStep,
  stepsBefore,
  stepsOf,
  type ContractModel,
  type Flow,
  type StepOf,
} from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, sourceOf, type Fact } from '../../domain/flow/values.ts';
import { sitesInEntry } from '../../domain/access/site.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A07',
  name: 'iscontract-auth',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.judged)
        if (isOpenEntry(flow) && !isTokenCallback(flow)) checkFlow(contract, flow, report);
    }
  },
});

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  const siteOf = sitesInEntry(flow);
  for (const step of flow.steps) {
    const isForContracts = isOpen(flow, step) && !isPassedBy(flow, step, asksWhoOrForContract);
    if (!isForContracts && !isForContractsToo(flow, step)) continue;
    const isWrite = isStep(step, 'write') && isPrivileged(contract, step);
    const at = isWrite || isOutflow(step) ? siteOf(questionOf(flow, step) ?? step) : undefined;
    if (at === undefined) continue;
    const entry = flow.entry.fn.name;
    if (isWrite) report(at, words.says.write, { entry, item: step.action.item.name });
    else report(at, words.says.outflow, { entry, call: sourceOf(step.module, step.node) });
  }
}

/** Where the caller is asked to be a contract: the defect is that nothing more is asked. */
const questionOf = (flow: Flow, step: Step): Step | undefined => {
  const before = stepsBefore(step);
  return stepsOf(flow, 'way').find((way) => before.has(way) && way.action.facts.some(asksForContract));
};

/** `providers[sender] or sender.is_contract`: those who are chosen, and every contract. */
const isForContractsToo = (flow: Flow, step: Step): boolean =>
  factsAt(flow, step).some(letsContracts) && isPassedBy(flow, step, asksForMore);

const letsContracts = (fact: Fact): boolean =>
  fact.kind === 'one of' && fact.choices.some((choice) => choice.every(asksForContract));

const asksForMore = (fact: Fact): boolean => asksWho(fact) && !letsContracts(fact);

/** Not the caller's own record: what the caller chooses to write, or a place that others need a right for. */
function isPrivileged(contract: ContractModel, { action: { keys, value, item } }: StepOf<'write'>): boolean {
  if (
    keys.some((key) => hasOrigin(key, 'sender')) ||
    lockItems(contract).has(item) ||
    hasOrigin(value, 'sent value')
  )
    return false;
  return [...keys, value].some((part) => hasOrigin(part, 'parameter')) || privileges(contract).has(item);
}

function isOutflow(step: Step): boolean {
  const outflow = outflowOf(step);
  return outflow !== undefined && goesToCaller(outflow) && isTakenAtWill(outflow);
}
