import { argumentsOf } from '../../domain/flow/arguments.ts';
import { defineRule, type Detail, type Report, type Says, type Where } from '../../catalogue/rule.ts';
import { asksForPeople, isPeopleQuestion } from '../../domain/access/asked.ts';
import { isQuestion } from '../../domain/access/callee.ts';
import { hasEffect } from '../../domain/access/forks.ts';
import { isUnpaidEntry } from '../../domain/access/ledger.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { questionAt } from '../../domain/access/site.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { canReach, isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, sourceOf, valuesOf, type Fact, type Value } from '../../domain/flow/values.ts';
import { isStub } from '../../domain/model/stubs.ts';
import type { Found, TreeFacts } from '../../domain/model/tree-facts.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import type { Neighbours } from '../../domain/neighbours/neighbours.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A02',
  name: 'tx-origin-auth',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, neighbours, facts }, report) {
    const flows = contracts.flatMap(({ judged }) => judged).filter(isOpenEntry);
    const tell = whereRead(facts, report);
    for (const flow of flows) {
      checkFlow(flow, tell, report);
      if (neighbours !== undefined) checkCalls(flow, neighbours, report);
    }
    checkGuards(flows, tell);
  },
});

/** Tells what comes of `self.tx.origin`, of which the values are. */
type Tell = <Given>(
  step: Where,
  values: readonly Value[],
  says: Says<Given>,
  given: Given,
  detail?: Detail,
) => void;

/** It is told where it is read, once, however many conditions and entries hang on it: a helper that is handed it has no fault. */
function whereRead(facts: TreeFacts, report: Report): Tell {
  const told = new Set<Found>();
  return (step, values, says, given, detail) => {
    const origin = values.flatMap(originsIn)[0];
    const read = origin === undefined ? undefined : facts.find(origin.node);
    if (read === undefined) {
      report(step, says, given, detail);
      return;
    }
    if (told.has(read)) return;
    told.add(read);
    report(read, says, given, detail);
  };
}

/** `self.tx.origin` as it was read, perhaps as text or as a key. */
const originsIn = (value: Value): Value[] =>
  value.shape === 'tx.origin'
    ? [value]
    : [...(value.read?.keys ?? []), ...(value.items ?? [])].flatMap(originsIn);

/** A helper is judged by where it guards most: the same place is told once, and what is told first stands. */
function checkGuards(flows: readonly Flow[], tell: Tell): void {
  const guards = flows.flatMap((flow) =>
    stepsOf(flow, 'way').filter((way) => way.action.facts.some(trustsOrigin) && servesContracts(flow, way)),
  );
  for (const way of guards.filter(leadsOn)) tellGuard(way, tell);
  // Behind it nothing is done yet.
  for (const way of guards) tellGuard(way, tell, { severity: 'info' });
}

function tellGuard(way: StepOf<'way'>, tell: Tell, detail?: Detail): void {
  const facts = way.action.facts.filter(trustsOrigin);
  const [fact] = facts;
  const at = fact === undefined ? way : questionAt(way, fact);
  tell(at, facts.flatMap(valuesOf), words.says.guard, { condition: sourceOf(at.module, at.node) }, detail);
}

/** On this way or the other one, something is done or answered. */
const leadsOn = (way: Step): boolean =>
  way.previous.some(({ next }) => next.some((each) => canReach(each, isDone) !== undefined));

const isDone = (step: Step): boolean =>
  hasEffect(step) || isStep(step, 'attribute') || (isStep(step, 'return') && step.action.value !== undefined);

function checkFlow(flow: Flow, tell: Tell, report: Report): void {
  for (const step of flow.steps) {
    if (isStep(step, 'write') && keepsForOrigin(step) && servesContracts(flow, step)) {
      tell(step, step.action.keys, words.says.account, { item: step.action.item.name });
    }
    if (isStep(step, 'external') && actsForOrigin(step) && servesContracts(flow, step)) {
      const given = { call: sourceOf(step.module, step.node) };
      report(step, words.says.handed, given, { confidence: 'medium' });
    }
    if (isStep(step, 'call') && isDepositOfOrigin(flow, step) && servesContracts(flow, step)) {
      const given = { call: sourceOf(step.module, step.node) };
      report(step, words.says.deposit, given, { confidence: 'medium' });
    }
  }
}

/** Where contracts are kept out, whoever signed is the caller. */
const servesContracts = (flow: Flow, step: Step): boolean => !factsAt(flow, step).some(asksForPeople);

const keepsForOrigin = ({ action }: StepOf<'write'>): boolean =>
  action.keys.some((key) => hasOrigin(key, 'tx origin'));

/** Another contract is told to do something for whoever signed. */
const actsForOrigin = (step: StepOf<'external'>): boolean =>
  !isQuestion(step) && argumentsOf(step.action).some(({ shape }) => shape === 'tx.origin');

/**
 * What was paid in is to count for whoever signed, in a method that is still to be written: one that is written is judged by what it
 * writes.
 */
function isDepositOfOrigin(flow: Flow, { action }: StepOf<'call'>): boolean {
  if (!isStub(action.fn) || isUnpaidEntry(flow)) return false;
  const given = argumentsOf(action);
  return given.some(({ shape }) => shape === 'tx.origin') && given.some(isPaidIn);
}

const isPaidIn = (value: Value): boolean =>
  isOnly(value.types, Type.int) && hasOrigin(value, 'sent value', 'parameter');

/** A contract checked together with this one acts for whoever signed, while the caller is served here. */
function checkCalls(flow: Flow, neighbours: Neighbours, report: Report): void {
  if (!servesSender(flow)) return;
  for (const step of stepsOf(flow, 'external')) {
    const { cls, method } = step.action;
    const callees = cls === undefined ? [] : neighbours.behind(cls);
    const items = callees.flatMap(({ forOrigin }) => forOrigin.get(method) ?? []);
    const [callee] = callees;
    const [item] = items;
    // Whichever of them it is that is called, they all do so.
    if (callee === undefined || item === undefined || items.length < callees.length) continue;
    if (!servesContracts(flow, step)) continue;
    const given = { call: sourceOf(step.module, step.node), contract: callee.name, item };
    report(step, words.says.callee, given);
  }
}

/** The caller is paid, or something is written under their name. */
const servesSender = (flow: Flow): boolean =>
  stepsOf(flow, 'transfer').some(({ action }) => hasOrigin(action.to, 'sender')) ||
  stepsOf(flow, 'write').some(({ action }) => action.keys.some((key) => hasOrigin(key, 'sender')));

/** Asks who began the transaction. Held against the sender, it only keeps contracts out. */
function trustsOrigin(fact: Fact): boolean {
  if (fact.kind === 'one of') return fact.choices.some((choice) => choice.some(trustsOrigin));
  if (fact.kind === 'compare' && isPeopleQuestion(fact.left, fact.right)) return false;
  return valuesOf(fact).some(isAboutOrigin);
}

const isAboutOrigin = (value: Value): boolean =>
  !value.shape.endsWith('.is_contract') &&
  (hasOrigin(value, 'tx origin') || value.read?.keys.some((key) => hasOrigin(key, 'tx origin')) === true);
