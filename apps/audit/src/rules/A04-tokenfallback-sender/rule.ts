import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { asksForContract, asksWho, isOpen, isPassedBy } from '../../domain/access/asked.ts';
import { isAccountOfOurs } from '../../domain/access/accounts.ts';
import { believedFlags } from '../../domain/access/believed-flags.ts';
import { isQuestion } from '../../domain/access/callee.ts';
import { isNumberOfSender, takesNobody } from '../../domain/access/first-numbers.ts';
import { changeOf, isTokenCallback } from '../../domain/access/ledger.ts';
import { lockItems } from '../../domain/access/locks.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { questionAt, sitesInEntry, type QuestionSite } from '../../domain/access/site.ts';
import { dominators, factsAt } from '../../domain/flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { declaredCall } from '../../domain/flow/declared-calls.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { valuesUsed } from '../../domain/flow/uses.ts';
import { wayOf } from '../../domain/flow/ways.ts';
import { hasOrigin, storageOrigins, type Fact, type Value } from '../../domain/flow/values.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { once } from '../../domain/once.ts';
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
      for (const flow of contract.judged) {
        if (!isTokenCallback(flow) || !isOpenEntry(flow)) continue;
        checkFlow(contract, flow, report);
        for (const step of believedFlags(contract, flow).filter(isSwitch(contract, flow)))
          report(step, words.says.flag, { callback: flow.entry.fn.name, item: step.action.item.name }, FLAG);
        const step = firstOnWord(flow);
        const at = step === undefined ? undefined : sitesInEntry(flow)(step);
        if (at !== undefined) report(at, words.says.onWord, { callback: flow.entry.fn.name });
      }
    }
  },
});

/** Less than a deposit is claimed: what whoever calls can do is to flip a switch. */
const FLAG: Detail = { severity: 'high', confidence: 'medium' };

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  const writes = stepsOf(flow, 'write');
  // A record that keeps which token it is about takes a false token for itself only.
  if (writes.some(({ action }) => action.keys.length > 0 && action.value?.shape === 'msg.sender')) return;
  // A helper that other methods share has no fault of its own.
  const siteOf = sitesInEntry(flow);
  const told = new Set<unknown>();
  for (const step of writes) {
    if (
      !claimsDeposit(contract, step) ||
      lockItems(contract).has(step.action.item) ||
      !isPassedBy(flow, step, asksForToken(contract)) ||
      isVouchedFor(flow, step)
    )
      continue;
    const asked = askedOfData(flow, step);
    if (asked !== undefined) {
      if (!told.has(asked.node)) report(asked, words.says.onData, { callback: flow.entry.fn.name });
      told.add(asked.node);
      continue;
    }
    const says = isPassedBy(flow, step, asksForContract) ? words.says.unchecked : words.says.contractOnly;
    const at = siteOf(step);
    if (at !== undefined) report(at, says, { callback: flow.entry.fn.name, item: step.action.item.name });
  }
}

/** Which token it was is asked of the message, and not of who calls: `letter['token'] == str(self._token.get())`. */
function askedOfData(flow: Flow, step: Step): QuestionSite | undefined {
  const fact = factsAt(flow, step).find(
    (each) =>
      each.kind === 'compare' &&
      each.operator === '==' &&
      [each.left, each.right].some(
        (side) => hasOrigin(side, 'parameter', 'json') && !hasOrigin(side, 'storage'),
      ) &&
      [each.left, each.right].some(isStoredContract),
  );
  const way = fact === undefined ? undefined : wayOf(flow, fact);
  return fact === undefined || way === undefined ? undefined : questionAt(way, fact);
}

/** An address that the contract keeps, perhaps as text. */
const isStoredContract = (value: Value): boolean =>
  isAccountOfOurs(value) ||
  (value.shape.startsWith('str(') &&
    storageOrigins(value).some(({ valueType }) => isOnly(valueType, Type.address)));

const isSwitch = (contract: ContractModel, flow: Flow) => (step: StepOf<'write'>) =>
  !lockItems(contract).has(step.action.item) && isOpen(flow, step);

/** Another contract of ours was told which token calls before: it refuses what it does not know. */
const isVouchedFor = (flow: Flow, step: StepOf<'write'>): boolean =>
  dominators(flow, step).some(
    (above) => isStep(above, 'external') && above.action.args.some((given) => hasOrigin(given, 'sender')),
  );

/** What is written follows from what the caller says; a ledger for each token is the caller's own. */
function claimsDeposit(contract: ContractModel, { action: { keys, value } }: StepOf<'write'>): boolean {
  if (keys.some((key) => isOfToken(contract, key))) return false;
  return [...keys, value].some((part) => hasOrigin(part, 'parameter'));
}

/** Kept under the token, or under a number that the token has; one that is unknown reads as the first. */
const isOfToken = (contract: ContractModel, key: Value): boolean =>
  hasOrigin(key, 'sender') ||
  (key.read?.keys.some((each) => hasOrigin(each, 'sender')) === true && !isNumberOfSender(contract, key));

/** One test for each contract: whether a fact lets few tokens through. */
const asksForToken = once(
  (contract: ContractModel) =>
    (fact: Fact): boolean =>
      asksWho(fact) && !takesNobody(contract)(fact),
);

/** The message says how much it is about, and how much really came is never looked at. */
function firstOnWord(flow: Flow): Step | undefined {
  const amount = flow.entry.fn.node.parameters.find(({ name }) => /^_?values?$/.test(name))?.name;
  const isOfAmount = ({ origins }: Value) =>
    [...origins].some((origin) => origin.kind === 'parameter' && origin.name === amount);
  const looksAtAmount = (step: Step) => !isStep(step, 'event') && valuesUsed(step).some(isOfAmount);
  return amount === undefined || flow.steps.some(looksAtAmount) ? undefined : flow.steps.find(givesOnWord);
}

/** A number out of a message is credited, paid, or handed to another contract that is told to do something. */
function givesOnWord(step: Step): boolean {
  if (isStep(step, 'transfer')) return hasOrigin(step.action.amount, 'json');
  if (isStep(step, 'write')) {
    const change = changeOf(step);
    return change?.direction === 'up' && hasOrigin(change.by, 'json');
  }
  if (!isStep(step, 'external') || isQuestion(step)) return false;
  return (
    declaredCall(step)?.types.some(
      ({ name, types }, place) =>
        isOnly(types, Type.int) &&
        hasOrigin(step.action.args[place] ?? step.action.keywords.get(name), 'json'),
    ) === true
  );
}
