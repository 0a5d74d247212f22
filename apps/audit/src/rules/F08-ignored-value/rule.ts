import { argumentsOf } from '../../domain/flow/arguments.ts';
import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isChosen } from '../../domain/access/few.ts';
import { hasEffect } from '../../domain/access/forks.ts';
import { nothingBought } from '../../domain/access/bought.ts';
import { coveredBy, isBooked, paysBookedOnly } from '../../domain/access/kept-icx.ts';
import { chancesOf } from '../../domain/chance/chance.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import {
  canReach,
  isStep,
  stepsOf,
  type ContractModel,
  type Flow,
  type StepOf,
} from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, sourceOf, valuesOf, type Value } from '../../domain/flow/values.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F08',
  name: 'ignored-value',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, facts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.judged) {
        if (flow.entry.payable && flow.entry.kind === 'external' && !isForChosen(contract, flow))
          checkFlow(flow, report);
        checkSurplus(contract, flow, report);
        checkNothing(flow, facts, report);
      }
    }
  },
});

function checkFlow(flow: Flow, report: Report): void {
  const { entry, begin, steps } = flow;
  const isDone = (step: Step) => isUsedOrNever(step) || isUsedByEach(flow, step);
  if (canReach(begin, ({ action }) => action.kind === 'exit', isDone) === undefined) return;
  const { fn } = entry;
  const at = {
    module: fn.module,
    node: { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length },
  };
  const isUsed = steps.some(usesValue);
  // Who loses a game leaves the stake there.
  if (isUsed && chancesOf(flow).length > 0) return;
  if (steps.every(isIdle) && fn.node.parameters.length === 1) return;
  const fork = isUsed ? forkOf(flow) : undefined;
  if (fork === undefined) {
    report(at, words.says.never, { entry: fn.name });
    return;
  }
  report(at, words.says.path, { entry: fn.name, condition: conditionOf(fork) }, { confidence: 'medium' });
}

/** More than the price is taken, and the rest is neither booked nor sent back, where no payment is of more than what was booked. */
function checkSurplus(contract: ContractModel, flow: Flow, report: Report): void {
  const { entry } = flow;
  if (!entry.payable || entry.kind !== 'external' || isForChosen(contract, flow)) return;
  if (keepsBooks(flow) || !paysBookedOnly(contract)) return;
  const price = stepsOf(flow, 'exit').flatMap((exit) => priceAt(flow, exit))[0];
  if (price === undefined) return;
  const rest = stepsOf(flow, 'arithmetic').find(({ action }) => isRest(action));
  const { fn } = entry;
  const name = { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length };
  report(rest ?? { module: fn.module, node: name }, words.says.surplus, { entry: fn.name });
}

/** Every amount is taken, and only some buy something. */
function checkNothing(flow: Flow, facts: TreeFacts, report: Report): void {
  const { entry } = flow;
  if (!entry.payable || entry.kind !== 'external' || keepsBooks(flow)) return;
  const test = nothingBought(flow);
  const at = test === undefined ? undefined : facts.find(test.node);
  if (at !== undefined) report(at, words.says.nothing, { entry: entry.fn.name }, { confidence: 'medium' });
}

/** The rest is put down, or goes somewhere. */
const keepsBooks = (flow: Flow): boolean => isBooked(flow) || chancesOf(flow).length > 0;

/** What must have come, where more may have come, too. */
function priceAt(flow: Flow, exit: Step): Value[] {
  const facts = factsAt(flow, exit).flatMap((fact) => (fact.kind === 'compare' ? [fact] : []));
  const isExact = facts.some((fact) => fact.operator === '==' && coveredBy(fact).length > 0);
  return isExact ? [] : facts.flatMap(coveredBy).filter(({ constant }) => constant !== 0n);
}

/** `self.msg.value - price`. */
const isRest = ({ operator, left }: StepOf<'arithmetic'>['action']): boolean =>
  operator === '-' && left.shape === 'msg.value';

/** A method that does nothing at all, and asks for nothing, is there to take ICX in: `def add_to_treasury(self): pass`. */
const isIdle = (step: Step): boolean => !hasEffect(step) && !isStep(step, 'raise');

/** Those who run the contract may put ICX into it. */
const isForChosen = (contract: ContractModel, flow: Flow): boolean =>
  stepsOf(flow, 'exit').some((exit) => isChosen(contract, flow, exit));

/** The first way behind which the value is never used. */
function forkOf({ steps }: Flow): Step | undefined {
  return steps.find(
    (step) =>
      isStep(step, 'way') &&
      canReach(step, usesValue) === undefined &&
      canReach(step, ({ action }) => action.kind === 'exit') !== undefined,
  );
}

function conditionOf(way: Step): string {
  const test = sourceOf(way.module, way.node);
  return way.action.kind === 'way' && !way.action.outcome ? `not (${test})` : test;
}

const isUsedOrNever = (step: Step): boolean => usesValue(step) || isNever(step);

/** `if self.msg.sender is None`: somebody always calls. */
const isNever = ({ action }: Step): boolean =>
  action.kind === 'way' &&
  action.facts.some(
    (fact) =>
      fact.kind === 'compare' &&
      (fact.operator === 'is' || fact.operator === '==') &&
      [fact.left, fact.right].some(({ shape }) => shape === 'msg.sender') &&
      [fact.left, fact.right].some(({ constant }) => constant === null),
  );

/** A loop over a list that is known not to be empty, with something in it that depends on the ICX. */
function isUsedByEach(flow: Flow, step: Step): boolean {
  if (!isStep(step, 'loop') || step.action.loop.bound.kind !== 'storage') return false;
  const { loop } = step.action;
  const { item } = step.action.loop.bound;
  if (!flow.steps.some((each) => each.loops.includes(loop) && usesValue(each))) return false;
  const facts = factsAt(flow, step);
  const lengths = facts.flatMap(valuesOf).filter(({ read }) => read?.item === item && read.how === 'length');
  return lengths.some((length) => new Bounds(facts).isNotZero(length));
}

/** Something depends on the ICX that came: a test, a sum, a payment, a record, an event. */
function usesValue({ action }: Step): boolean {
  switch (action.kind) {
    case 'way':
      return action.facts.flatMap(valuesOf).some(isSent);
    case 'branch':
      return isSent(action.value);
    case 'transfer':
      return isSent(action.amount) || hasOrigin(action.amount, 'icx balance');
    case 'write':
      return isSent(action.value) || action.keys.some(isSent);
    case 'external':
      return [...argumentsOf(action), action.sent].some(isSent);
    case 'event':
      return argumentsOf(action).some(isSent);
    case 'arithmetic':
      return isSent(action.result);
    default:
      return false;
  }
}

const isSent = (value: Value | undefined): boolean => hasOrigin(value, 'sent value');
