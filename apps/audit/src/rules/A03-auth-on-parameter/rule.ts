import { defineRule, type Report, type Where } from '../../catalogue/rule.ts';
import { isAccountInData, isNamedAccount } from '../../domain/access/accounts.ts';
import { isOpen, parameterAsked } from '../../domain/access/asked.ts';
import { authorityItems, entrusted } from '../../domain/access/authorities.ts';
import { isGivenByOthers } from '../../domain/access/breaches.ts';
import { addressOf, isOutgoing } from '../../domain/access/callee.ts';
import { changeOf, isTokenCallback, isUnpaidEntry } from '../../domain/access/ledger.ts';
import { actedFor } from '../../domain/access/in-the-name-of.ts';
import { namedInText } from '../../domain/access/named-in-text.ts';
import { namedInstead } from '../../domain/access/named-instead.ts';
import { openDebits } from '../../domain/access/open-debits.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { dominators, factsAt } from '../../domain/flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { wayOf } from '../../domain/flow/ways.ts';
import { hasOrigin, type Fact, type StorageItem, type Value } from '../../domain/flow/values.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { isOfSender } from '../../domain/access/of-sender.ts';
import { isPartyOfThing } from '../../domain/access/parties.ts';
import { isProvenBy } from '../../domain/access/proofs.ts';
import { ownedRecords } from '../../domain/access/things.ts';
import { isSignedBy, namedSigners } from '../../domain/access/signers.ts';
import { sitesInEntry } from '../../domain/access/site.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A03',
  name: 'auth-on-parameter',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.judged) if (isOpenEntry(flow)) checkFlow(contract, flow, report);
    }
  },
});

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  const siteOf = sitesInEntry(flow);
  checkSigners(flow, siteOf, report);
  for (const step of flow.steps) {
    if (!isStep(step, 'write') && !isOutgoing(step)) continue;
    if (!isOpen(flow, step)) continue;
    const asked = askedAt(contract, flow, step);
    if (asked !== undefined) {
      const at = siteOf(wayOf(flow, asked.fact) ?? step);
      if (at !== undefined) tell(at, asked, report);
      continue;
    }
    // A debtor's account is lowered by whoever pays for it.
    if (!isTokenCallback(flow) && !/liquidat/i.test(flow.entry.fn.name) && !isAllowed(flow, step))
      checkDebit(flow, step, siteOf, report);
  }
  const inText = namedInText(contract, flow);
  const inTextAt = inText === undefined ? undefined : wayOf(flow, inText.fact);
  if (inText !== undefined && inTextAt !== undefined)
    report(inTextAt, words.says.holder, { parameter: nameOf(inText.account) });
  for (const { asked, account } of namedInstead(flow)) {
    const at = siteOf(wayOf(flow, asked) ?? flow.begin);
    if (at !== undefined) report(at, words.says.optional, { parameter: nameOf(account) });
  }
  for (const { step, account } of actedFor(flow)) {
    const at = siteOf(step);
    const given = { entry: flow.entry.fn.name, item: step.action.item.name, parameter: nameOf(account) };
    if (at !== undefined) report(at, words.says.inName, given, { confidence: 'medium' });
  }
  for (const { step, account } of openDebits(contract, flow)) {
    const at = siteOf(step);
    const given = { item: step.action.item.name, parameter: nameOf(account) };
    if (at !== undefined) report(at, words.says.debit, given, { confidence: 'medium' });
  }
}

/** Everybody signs for themselves and names themselves, where what is done has nothing to do with who it was. */
function checkSigners(flow: Flow, siteOf: (step: Step) => Where | undefined, report: Report): void {
  for (const { way, account } of namedSigners(flow, (step) => isStep(step, 'write') || isOutgoing(step))) {
    const at = isSubject(flow, account) ? undefined : siteOf(way);
    if (at !== undefined) report(at, words.says.signer, { parameter: nameOf(account) });
  }
}

interface Asked {
  readonly fact: Fact;
  readonly parameter: Value;
  readonly authority: Value;
}

/** An account that the caller names is held against an authority, and is asked for nothing else. */
function askedAt(contract: ContractModel, flow: Flow, step: Step): Asked | undefined {
  const authorities = authorityItems(contract);
  return factsAt(flow, step)
    .flatMap((fact) => {
      const asked = parameterAsked(fact);
      return asked === undefined ? [] : [{ fact, ...asked }];
    })
    .find(({ parameter, authority }) => {
      if (factsAt(flow, step).some((fact) => isProvenBy(fact, parameter))) return false;
      const { read, reference } = authority;
      const item = reference?.kind === 'container' ? reference.item : read?.item;
      const lets =
        item === undefined
          ? hasOrigin(authority, 'owner')
          : authorities.has(item) ||
            ownedRecords(contract).has(item) ||
            entrusted(contract).has(item) ||
            isOffice(contract, flow, item);
      if (!lets) return !isSubject(flow, parameter) && isPartyOfThing(flow, step, authority);
      return (
        !isSubject(flow, parameter) ||
        isGivenAway(step, item, parameter) ||
        isOfOtherThing(flow, step, parameter)
      );
    });
}

/** An office that others give, where the sender plays no part in what is done. */
const isOffice = (contract: ContractModel, flow: Flow, item: StorageItem): boolean =>
  isGivenByOthers(contract, item) && !flow.steps.some(isOfSender);

/** What the account was held against is written for another one: `owner_of[id] = to` behind `owner_of[id] == from`. */
const isGivenAway = (step: Step, item: StorageItem | undefined, { shape }: Value): boolean =>
  isStep(step, 'write') &&
  step.action.item === item &&
  hasOrigin(step.action.value, 'parameter') &&
  step.action.value?.shape !== shape;

/** The state of a thing that the caller names is set, though the account has no part in it, and the sender has none in anything. */
const isOfOtherThing = (flow: Flow, step: Step, { shape }: Value): boolean =>
  isStep(step, 'write') &&
  isUnpaidEntry(flow) &&
  step.action.value?.constant !== undefined &&
  step.action.keys.some((key) => hasOrigin(key, 'parameter')) &&
  !step.action.keys.some((key) => key.shape === shape) &&
  !flow.steps.some(isOfSender);

/** The account is what the method is about: its record is written, it is paid, it is called. */
const isSubject = (flow: Flow, parameter: Value): boolean =>
  flow.steps.some((step) => {
    if (isStep(step, 'write'))
      return [...step.action.keys, step.action.value].some((part) => part?.shape === parameter.shape);
    return isOutgoing(step) && addressOf(step).shape === parameter.shape;
  });

function tell(step: Where, { parameter, authority }: Asked, report: Report): void {
  const name = nameOf(parameter);
  if (hasOrigin(parameter, 'sender')) {
    report(step, words.says.optional, { parameter: name });
    return;
  }
  const item = authority.reference?.kind === 'container' ? authority.reference.item : authority.read?.item;
  report(step, words.says.guard, { parameter: name, authority: item?.name ?? 'self.owner' });
}

/** What the account has allowed the caller is lowered along with it. */
const isAllowed = (flow: Flow, step: Step): boolean =>
  dominators(flow, step).some(
    (above) =>
      isStep(above, 'write') &&
      above.action.keys.length > 1 &&
      above.action.keys.some((key) => hasOrigin(key, 'sender')) &&
      changeOf(above)?.direction === 'down',
  );

/** What belongs to an account that the caller names goes down by as much as the caller says. */
function checkDebit(flow: Flow, step: Step, siteOf: (step: Step) => Where | undefined, report: Report): void {
  if (!isStep(step, 'write') || !isOnly(step.action.item.valueType, Type.int)) return;
  const account = step.action.keys.find((key) => isNamedAccount(key) || isOutOfData(flow, key));
  const change = changeOf(step);
  if (account === undefined || change?.direction !== 'down' || !hasOrigin(change.by, 'parameter')) return;
  if (step.action.keys.some((key) => key !== account && hasOrigin(key, 'sender'))) return;
  if (factsAt(flow, step).some((fact) => isSignedBy(fact, account))) return;
  const at = siteOf(step);
  if (at !== undefined)
    report(at, words.says.debit, { item: step.action.item.name, parameter: nameOf(account) });
}

/** An account that stands in data of the caller, and was not worked out of a signature. */
const isOutOfData = (flow: Flow, key: Value): boolean =>
  isAccountInData(key) &&
  !stepsOf(flow, 'platform').some(({ action }) => /recover_key|create_address/.test(action.name));

function nameOf(parameter: Value): string {
  for (const origin of parameter.origins) if (origin.kind === 'parameter') return origin.name;
  return parameter.shape;
}
