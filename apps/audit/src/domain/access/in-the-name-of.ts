import { argumentsOf } from '../flow/arguments.ts';
import { isStep, stepsBefore, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Comparison, type Fact, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { isNamedAccount } from './accounts.ts';
import { isOpen } from './asked.ts';
import { isTokenCallback } from './ledger.ts';
import { isOfSender } from './of-sender.ts';

/** What is written for an account that the caller names as if it were the caller. */
export interface ActedFor {
  readonly step: StepOf<'write'>;
  readonly account: Value;
}

/**
 * A ballot, a bid or an answer of the caller that is kept under the name of somebody else: that account is asked whether it may do
 * this, and the sender is never looked at. To admit an account (`members[account] = True`) is no such thing: the caller adds nothing
 * of their own, or the account is whom the method is about.
 */
export function actedFor(flow: Flow): ActedFor[] {
  const { kind, payable } = flow.entry;
  if (kind !== 'external' || payable || isTokenCallback(flow)) return [];
  if (flow.steps.some((step) => isOfSender(step) || isProof(step))) return [];
  const told = new Set<string>();
  return stepsOf(flow, 'write').flatMap((step) => {
    const account = step.action.keys.find((key) => isActor(flow, key));
    if (account === undefined || told.has(account.shape) || !isOpen(flow, step)) return [];
    if (!bringsMore(step, account) || !isAsked(flow, step, account)) return [];
    told.add(account.shape);
    return [{ step, account }];
  });
}

/** A signature stands for the account, whatever it is worth. */
const isProof = ({ action }: Step): boolean =>
  (action.kind === 'platform' && PROVES.test(action.name)) ||
  (action.kind === 'call' && PROVES.test(action.fn.name)) ||
  (action.kind === 'external' && PROVES.test(action.method));

const PROVES = /recover|ecdsa|signature|create_address|verify|proof/i;

/** An account that goes by the name of whoever does something, or of a person, where the method is something that a person does. */
function isActor(flow: Flow, key: Value): boolean {
  if (!isNamedAccount(key)) return false;
  const name = parameterOf(key) ?? '';
  return ACTS.test(name) || (IS_PERSON.test(name) && DOES.test(flow.entry.fn.name));
}

const ACTS =
  /^_*(?:from|by|sender|caller|voter|author|signer|proposer|bidder|buyer|seller|reviewer|rater|delegator|actor|issuer)(?:_|$|[A-Z])/;
const IS_PERSON = /^_*(?:user|account|member|owner|player|participant|address|wallet|who)(?:_|$|[A-Z])/;
const DOES =
  /^_*(?:cast|vote|bid|bet|play|rate|review|answer|order|submit|post|comment|propose|reply|offer|pledge|choose|guess)/i;

function parameterOf({ origins }: Value): string | undefined {
  for (const origin of origins) if (origin.kind === 'parameter') return origin.name;
  return undefined;
}

/** The caller says what is kept, beside the name. */
const bringsMore = ({ action: { value } }: StepOf<'write'>, account: Value): boolean => {
  const own = parameterOf(account);
  return [...(value?.origins ?? [])].some((origin) => origin.kind === 'parameter' && origin.name !== own);
};

/** The account is held against a list or a record of those who may, or another contract is asked about it. */
function isAsked(flow: Flow, step: Step, account: Value): boolean {
  const answers = new Set(
    stepsOf(flow, 'external')
      .filter(({ action }) => argumentsOf(action).some(isSame(account)))
      .map(({ action }) => action.result),
  );
  return [...stepsBefore(step)].some(
    (way) => isStep(way, 'way') && way.action.facts.some((fact) => isAbout(fact, account, answers)),
  );
}

const isSame =
  (account: Value) =>
  ({ shape }: Value): boolean =>
    shape === account.shape;

function isAbout(fact: Fact, account: Value, answers: ReadonlySet<Value>): boolean {
  if (fact.kind === 'one of')
    return fact.choices.some((choice) => choice.some((each) => isAbout(each, account, answers)));
  if (fact.kind !== 'compare')
    return answers.has(fact.value) || (fact.kind === 'true' && isRole(fact.value, account));
  if (answers.has(fact.left) || answers.has(fact.right)) return true;
  if (isTruth(fact)) return isRole(fact.left, account);
  return fact.operator === 'in' && fact.left.shape === account.shape && hasContainer(fact.right);
}

/** `roles[account] == True` */
const isTruth = ({ operator, right }: Comparison): boolean =>
  (operator === '==' || operator === 'is') && right.constant === true;

const hasContainer = (value: Value): boolean =>
  value.reference?.kind === 'container' || hasOrigin(value, 'storage');

/** `members[account]` */
const isRole = ({ read, types }: Value, account: Value): boolean =>
  read?.keys.length === 1 && isOnly(types, Type.bool) && read.keys.some(isSame(account));
