import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { isNamedAccount } from '../../domain/access/accounts.ts';
import { asksWhoOrForContract, isOpen, isPassedBy, isUnasked } from '../../domain/access/asked.ts';
import { isOfSender } from '../../domain/access/of-sender.ts';
import {
  goesToCaller,
  goesToNamed,
  isCommonSum,
  isFixedKey,
  isOfOthers,
  isPaidFor,
  isPromised,
  isTakenAtWill,
  isVouchedFor,
  outflowOf,
  sentWith,
  type Outflow,
} from '../../domain/access/outflow.ts';
import { isPickedAtWill } from '../../domain/access/picked.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { isStep, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import { hasOrigin, sourceOf, valuesOf } from '../../domain/flow/values.ts';
import { sitesInEntry } from '../../domain/access/site.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A08',
  name: 'open-outflow',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts)
      for (const flow of contract.judged) if (isOpenEntry(flow)) checkFlow(contract, flow, report);
  },
});

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  const siteOf = sitesInEntry(flow);
  const fixed = new Set<string>();
  for (const step of flow.steps) {
    const outflow = outflowOf(step) ?? sentWith(step);
    if (outflow === undefined || isCallersOwn(outflow)) continue;
    const atWill = isTakenAtWill(outflow);
    const toNamed = atWill && goesToNamed(contract, flow, outflow);
    if (!toNamed && !goesToCaller(outflow) && !isPromised(contract, outflow)) continue;
    if (!atWill && !isOfOthers(outflow) && !(isCommonSum(outflow) && isUnconditional(flow, outflow)))
      continue;
    // Where contracts are let through and nobody else, that is the defect (A07).
    if (
      !(isUnasked(flow, step) || isTakenFor(flow, outflow)) ||
      !isPassedBy(flow, step, asksWhoOrForContract) ||
      isPaidFor(flow, step)
    )
      continue;
    if (isVouchedFor(contract, flow, step) || (!atWill && isToldBefore(outflow, fixed))) continue;
    const given = { entry: flow.entry.fn.name, call: sourceOf(step.module, step.node) };
    // What came in with this call is part of all that there is.
    const isPassedOn = !toNamed && flow.entry.payable && hasOrigin(outflow.amount, 'icx balance', 'call');
    const detail: Detail = isPassedOn
      ? { severity: 'low', confidence: 'medium' }
      : { confidence: atWill && !toNamed ? 'high' : 'medium' };
    const at = siteOf(step);
    if (at !== undefined) report(at, words.says[outflow.kind], given, detail);
  }
}

/** What an account has that the caller names goes to another one that they name: that the first is known says nothing of the caller. */
const isTakenFor = (flow: Flow, { step, amount, to }: Outflow): boolean =>
  hasOrigin(to, 'parameter') &&
  isOpen(flow, step) &&
  !flow.steps.some(isOfSender) &&
  amount?.read?.keys.some((key) => isNamedAccount(key) && key.shape !== to?.shape) === true;

/** The token that calls back has its own tokens moved. */
const isCallersOwn = ({ step }: Outflow): boolean =>
  isStep(step, 'external') && hasOrigin(step.action.address, 'sender');

/** `if kind == 1: shop.icx(10).open()`, `elif kind == 2: shop.icx(10).close()`: the same sum to the same receiver is the same fault. */
function isToldBefore({ to, amount }: Outflow, told: Set<string>): boolean {
  const payment = `${amount?.shape ?? ''} to ${to?.shape ?? ''}`;
  if (told.has(payment)) return true;
  told.add(payment);
  return false;
}

/** Nothing was won, no time has come, nobody was picked; what the caller picks at will is no condition. */
const isUnconditional = (flow: Flow, { step }: Outflow): boolean =>
  !factsAt(flow, step)
    .filter((fact) => !isPickedAtWill(fact))
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'parameter', 'block', 'transaction', 'call') ||
        value.read?.keys.every(isFixedKey) === false,
    );
