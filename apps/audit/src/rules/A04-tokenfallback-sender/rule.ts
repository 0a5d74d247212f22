import { defineRule, type Report } from '../../catalogue/rule.ts';
import { asksForContract, isOpen, isPassedBy } from '../../domain/access/asked.ts';
import { isTokenCallback } from '../../domain/access/ledger.ts';
import { lockItems } from '../../domain/access/locks.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { dominators } from '../../domain/flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { hasOrigin } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A04',
  name: 'tokenfallback-sender',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.flows)
        if (isTokenCallback(flow) && isOpenEntry(flow)) checkFlow(contract, flow, report);
    }
  },
});

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  const writes = stepsOf(flow, 'write');
  // A record that keeps which token it is about takes a false token for itself only.
  if (writes.some(({ action }) => action.keys.length > 0 && action.value?.shape === 'msg.sender')) return;
  for (const step of writes) {
    if (
      !claimsDeposit(step) ||
      lockItems(contract).has(step.action.item) ||
      !isOpen(flow, step) ||
      isVouchedFor(flow, step)
    )
      continue;
    const says = isPassedBy(flow, step, asksForContract) ? words.says.unchecked : words.says.contractOnly;
    report(step, says, { callback: flow.entry.fn.name, item: step.action.item.name });
  }
}

/** Another contract of ours was told which token calls before: it refuses what it does not know. */
const isVouchedFor = (flow: Flow, step: StepOf<'write'>): boolean =>
  dominators(flow, step).some(
    (above) => isStep(above, 'external') && above.action.args.some((given) => hasOrigin(given, 'sender')),
  );

/** What is written follows from what the caller says; a ledger for each token is the caller's own. */
function claimsDeposit({ action: { keys, value } }: StepOf<'write'>): boolean {
  if (
    keys.some(
      (key) => hasOrigin(key, 'sender') || key.read?.keys.some((each) => hasOrigin(each, 'sender')) === true,
    )
  )
    return false;
  return [...keys, value].some((part) => hasOrigin(part, 'parameter'));
}
