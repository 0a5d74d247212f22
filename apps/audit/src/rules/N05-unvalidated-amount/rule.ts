import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { endsWell } from '../../domain/access/asked.ts';
import { callersAt } from '../../domain/access/callers.ts';
import { isOurContract } from '../../domain/access/contract-places.ts';
import { isAuthorised } from '../../domain/access/authority.ts';
import { isPermission, isTokenCallback } from '../../domain/access/ledger.ts';
import { sitesInEntry } from '../../domain/access/site.ts';
import { outflowOf } from '../../domain/access/outflow.ts';
import { stepsOf, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, type Value } from '../../domain/flow/values.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { lastingFacts } from '../../domain/numbers/lasting.ts';
import { linearOf } from '../../domain/numbers/linear.ts';
import { believed } from '../../domain/numbers/beliefs.ts';
import { isChosen, isFromCaller, isTokenValue } from '../../domain/numbers/chosen-amounts.ts';
import { duesOf } from '../../domain/numbers/dues.ts';
import { firstUse, movementsOf, type Movement } from '../../domain/numbers/movements.ts';
import { once } from '../../domain/once.ts';
import type { Node } from '../../domain/python/tree.ts';
import { nameOf, parametersOf } from '../../domain/numbers/naming.ts';
import { factsWithRefusals } from '../../domain/numbers/refused.ts';
import { checkParts } from './parts.ts';
import { checkStored, checkTexts } from './stored.ts';
import { isTold, isToldIn } from './told.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N05',
  name: 'unvalidated-amount',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-W02', 'CL-W05'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const told = new Set<string>();
      const open = contract.judged.filter(({ entry }) => entry.kind === 'external');
      for (const flow of open)
        for (const movement of movementsOf(flow)) checkMovement(contract, movement, told, report);
      for (const flow of open) checkPayments(contract, flow, told, report);
      for (const flow of open) checkRests(contract, flow, told, report);
      for (const flow of open) checkDues(contract, flow, told, report);
      checkStored(contract, open, told, report);
      checkTexts(contract, open, told, report);
      checkParts(open, report);
    }
  },
});

function checkMovement(contract: ContractModel, movement: Movement, told: Set<string>, report: Report): void {
  const { flow, step, item } = movement;
  if (isOwnLedger(movement) || isPermission(contract, step) || !endsWell(flow, step)) return;
  if (isToldByContract(contract, flow, step)) return;
  const bounds = new Bounds(lastingFacts(flow, step), believed);
  for (const { value: amount } of movement.amounts) {
    if (!isChosen(amount) || isTokenValue(flow, step, amount) || bounds.isAtLeast(amount, 0n)) continue;
    if (hasKnownSign(movement)) return;
    if (new Bounds(factsWithRefusals(flow, step), believed).isAtLeast(amount, 0n)) continue;
    const use = firstUse(movement, amount);
    const isShared = isOfBase(contract, movement) || isCheckedByOthers(contract, movement);
    const at = isShared ? sitesInEntry(flow)(use) : use;
    if (at === undefined || isToldIn(at === use ? use.frame.fn : flow.entry.fn, amount, told)) continue;
    const given = { amount: nameOf(flow, step, amount), target: item.name };
    if (hasOrigin(amount, 'json'))
      report(
        at,
        words.says.data,
        { ...given, source: parametersOf(amount)[0] ?? 'JSON' },
        sureness(flow, step),
      );
    else report(at, words.says.parameter, { ...given, entry: flow.entry.fn.name }, sureness(flow, step));
  }
}

/** A base class in another file moves what it is told to: the entry point lets the amount in. An object of ours keeps books of its own. */
const isOfBase = ({ cls }: ContractModel, { flow: { entry }, step }: Movement): boolean =>
  step.module !== entry.fn.module && cls.order.some((base) => base === step.frame.fn.owner);

/** Others come to the same helper with an amount that they have looked at: the fault is the caller's, and not the helper's. */
const isCheckedByOthers = (contract: ContractModel, { flow, step }: Movement): boolean =>
  step.frame.fn !== flow.entry.fn && placesOf(contract).get(step.node)?.isLookedAt() === true;

/** A place in the source at which entry points that may be called move a balance. */
class Place {
  readonly movements: Movement[] = [];
  #isLookedAt: boolean | undefined;

  /** Whether one of them has looked at the amount; worked out once, as a helper may have thousands of callers. */
  isLookedAt(): boolean {
    this.#isLookedAt ??= this.movements.some(isLookedAt);
    return this.#isLookedAt;
  }
}

const placesOf = once(({ flows }: ContractModel): ReadonlyMap<Node, Place> => {
  const places = new Map<Node, Place>();
  for (const movement of flows.filter(({ entry }) => entry.kind === 'external').flatMap(movementsOf)) {
    const place = places.get(movement.step.node) ?? new Place();
    places.set(movement.step.node, place);
    place.movements.push(movement);
  }
  return places;
});

const isLookedAt = ({ flow, step, amounts }: Movement): boolean => {
  const bounds = new Bounds(lastingFacts(flow, step), believed);
  return amounts.every(({ value }) => isChosen(value) && bounds.isAtLeast(value, 0n));
};

/** `self.icx.transfer(receiver, deposit - fee)`: a fee below zero pays more than was kept. */
function checkPayments(contract: ContractModel, flow: Flow, told: Set<string>, report: Report): void {
  for (const step of flow.steps) {
    const amount = outflowOf(step)?.amount;
    if (amount === undefined || isToldByContract(contract, flow, step)) continue;
    const sum = linearOf(amount);
    const terms = [...sum.terms.values()];
    const isKept = terms.some(({ value, factor }) => factor > 0n && !hasOrigin(value, 'parameter'));
    if (!isKept && sum.constant <= 0n) continue;
    const bounds = new Bounds(lastingFacts(flow, step), believed);
    for (const { value: fee, factor } of terms) {
      if (factor > 0n || !isFromCaller(fee) || bounds.isAtLeast(fee, 0n)) continue;
      const at =
        fee.node.kind === 'Parameter' ? takenOff(flow, step, fee) : { module: step.module, node: fee.node };
      if (isTold(step, fee, told)) continue;
      const given = { amount: nameOf(flow, step, fee), entry: flow.entry.fn.name };
      report(at, words.says.payment, given, sureness(flow, step));
    }
  }
}

/** The line that a reader has to change: where the fee is taken off, in the function that pays. */
const takenOff = (flow: Flow, payment: Step, fee: Value): Step =>
  stepsOf(flow, 'arithmetic').find(
    ({ id, frame, action: { operator, right } }) =>
      id < payment.id && frame === payment.frame && operator === '-' && right.shape === fee.shape,
  ) ?? payment;

/** `self.msg.value - side_bet`: below zero, the rest is more than what was paid. */
function checkRests(contract: ContractModel, flow: Flow, told: Set<string>, report: Report): void {
  if (!flow.entry.payable) return;
  for (const step of stepsOf(flow, 'arithmetic')) {
    const { operator, left, right } = step.action;
    if (operator !== '-' || left.shape !== 'msg.value' || !isFromCaller(right)) continue;
    if (!endsWell(flow, step) || isToldByContract(contract, flow, step)) continue;
    const bounds = new Bounds(lastingFacts(flow, step), believed);
    if (bounds.isAtLeast(right, 0n) || isTold(step, right, told)) continue;
    const given = { amount: nameOf(flow, step, right), entry: flow.entry.fn.name };
    report(step, words.says.rest, given, sureness(flow, step));
  }
}

/** `self.msg.value == price + tip`: below zero, less than the price is paid. */
function checkDues(contract: ContractModel, flow: Flow, told: Set<string>, report: Report): void {
  for (const { step, part } of duesOf(flow)) {
    if (!endsWell(flow, step) || isToldByContract(contract, flow, step)) continue;
    const bounds = new Bounds(factsWithRefusals(flow, step), believed);
    if (bounds.isAtLeast(part, 0n) || isTold(step, part, told)) continue;
    const given = { amount: nameOf(flow, step, part), entry: flow.entry.fn.name };
    report(step, words.says.due, given, sureness(flow, step));
  }
}

/** Of `fee + share`, the sum may be held against nothing where its parts are not. */
function hasKnownSign({ flow, step, value, before }: Movement): boolean {
  const facts = lastingFacts(flow, step);
  return (
    new Bounds(facts, believed).isNotSmaller(value, before) ||
    new Bounds(facts, believed).isNotSmaller(before, value)
  );
}

/** Whoever may do it all by themselves gains little from a wrong sign. */
const sureness = (flow: Flow, step: Step): Detail =>
  isAuthorised(flow, step) && !isTokenCallback(flow) ? { confidence: 'medium' } : {};

/** Only another contract of ours comes here, and knows what it says. */
function isToldByContract(contract: ContractModel, flow: Flow, step: Step): boolean {
  if (isTokenCallback(flow) || !isAuthorised(flow, step)) return false;
  const callers = callersAt(contract, flow, step);
  return callers.length > 0 && callers.every((caller) => isOurContract(contract, caller));
}

/** What a token says of itself counts for that token only: `received[self.msg.sender] += _value`. */
const isOwnLedger = ({ flow, step }: Movement): boolean =>
  isTokenCallback(flow) && step.action.keys.some((key) => hasOrigin(key, 'sender'));
