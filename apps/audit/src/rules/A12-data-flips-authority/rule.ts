import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isAccountInData, isAccountOfOurs } from '../../domain/access/accounts.ts';
import { isReverted, othersOf } from '../../domain/access/forks.ts';
import { changeOf, isTokenCallback } from '../../domain/access/ledger.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { isStep, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import {
  factsOf,
  hasOrigin,
  sourceOf,
  valuesOf,
  type Choice,
  type Fact,
  type Value,
} from '../../domain/flow/values.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A12',
  name: 'data-flips-authority',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, facts }, report) {
    for (const flow of contracts.flatMap(({ judged }) => judged).filter(isOpenEntry))
      checkFlow(flow, facts, report);
  },
});

function checkFlow(flow: Flow, facts: TreeFacts, report: Report): void {
  for (const step of flow.steps) {
    if (isStep(step, 'way')) {
      for (const account of step.action.facts.flatMap(accountsIn))
        for (const flip of flipsOf(account, isTokenCallback(flow), isStored)) tell(facts, flip, report);
      for (const account of step.action.facts.flatMap((fact) => accountRequired(step, fact)))
        for (const flip of flipsOf(account, isTokenCallback(flow), isAccountInData))
          tell(facts, flip, report);
    }
    if (!isStep(step, 'write')) continue;
    // Who receives may be chosen; who pays, and who a deposit counts for, may not.
    if (!isTakenOff(step) && !isTokenCallback(flow)) continue;
    for (const key of step.action.keys) {
      for (const flip of flipsOf(key, isTokenCallback(flow), isOurs)) tell(facts, flip, report);
    }
  }
}

/** Less than before, or nothing. */
const isTakenOff = (step: StepOf<'write'>): boolean =>
  changeOf(step)?.direction === 'down' ||
  step.action.value === undefined ||
  step.action.value.constant === 0n;

/** Choices of one account by data that the caller sends, where the other choice is whoever calls. */
function flipsOf(account: Value, callback: boolean, isOther: (value: Value) => boolean): Choice[] {
  const choices = leavesOf(account);
  const isCaller = ({ value }: Choice) =>
    value.shape === 'msg.sender' || (callback && /^parameter _?from$/.test(value.shape));
  if (!choices.some(isCaller)) return [];
  return choices.filter(
    ({ value, when }) =>
      isOther(value) && when.some((condition) => factsOf(condition, true).flatMap(valuesOf).some(isGiven)),
  );
}

/** What a value may be, with all that is known where it is that. */
function leavesOf({ choices, ...rest }: Value, when: Choice['when'] = []): Choice[] {
  if (choices === undefined) return [{ value: { ...rest, choices }, when }];
  return choices.flatMap((choice) => leavesOf(choice.value, [...when, ...choice.when]));
}

const isOurs = (value: Value): boolean =>
  hasOrigin(value, 'own address', 'owner') && !hasOrigin(value, 'parameter', 'sender');

/** An account that the contract keeps: whoever is asked about stands there. */
const isStored = ({ read, types }: Value): boolean => read !== undefined && isOnly(types, Type.address);

/** Whom the contract asks for, and nobody else goes on: `if owner_of[id] != account: revert`. */
const accountRequired = (way: Step, fact: Fact): Value[] =>
  fact.kind === 'compare' && fact.operator === '==' && othersOf(way).every(isReverted)
    ? [fact.left, fact.right].filter((_, side) => isAccountOfOurs(side === 0 ? fact.right : fact.left))
    : [];

/** Who is asked about, also as the key of a record: `staff[code][signer]`. */
const accountsIn = (fact: Fact): Value[] =>
  valuesOf(fact).flatMap((value) => [value, ...(value.read?.keys ?? [])]);

const isGiven = (value: Value): boolean => hasOrigin(value, 'parameter', 'json');

function tell(facts: TreeFacts, { value, when }: Choice, report: Report): void {
  const place = facts.find(value.node);
  if (place === undefined) return;
  const test = when
    .map((condition) =>
      factsOf(condition, true).find((fact) => fact.kind === 'compare' && valuesOf(fact).some(isGiven)),
    )
    .find((fact) => fact !== undefined);
  const condition = test?.kind === 'compare' ? sourceOf(place.module, test.node) : '…';
  report(place, words.says.flips, { condition, principal: sourceOf(place.module, value.node) });
}
