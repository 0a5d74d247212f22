import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { isUnset } from '../flow/unset.ts';
import { spread, type Steps } from '../flow/spread.ts';
import type { Step } from '../flow/steps.ts';
import {
  hasOrigin,
  ORDERS,
  valuesOf,
  type Comparison,
  type Fact,
  type Origin,
  type Value,
} from '../flow/values.ts';
import { Type, isOnly } from '../model/types.ts';
import { once } from '../once.ts';
import { isAccountOfOurs, isNamedAccount } from './accounts.ts';
import { isForAnyHolder } from './any-holder.ts';
import { certain } from './certain.ts';
import { isForNamedContract } from './named-contracts.ts';
import { asksWhoSigned } from './signers.ts';

/**
 * Whether a step is open to everybody: some way leads to it, and from it to the normal end, on which nothing chose who may go on.
 *
 * A question chooses when it lets few through: `sender == owner`, `roles[sender]`, `balances[sender] >= amount`. Its opposite, by
 * which a few are kept out (`sender != house`, `not voted[sender]`), leaves everybody else in.
 */
export function isOpen(flow: Flow, step: Step): boolean {
  return isPassedBy(flow, step, asksWho);
}

/** As `isOpen`, whatever is asked behind it. */
export const isReachedOpenly = (flow: Flow, step: Step): boolean => passing(flow, asksWho).before.has(step);

/** As `isOpen`, but a check of `tx.origin`, or of an account that the caller names, counts too: other rules tell of those. */
export function isUnasked(flow: Flow, step: Step): boolean {
  return isPassedBy(flow, step, askedOf(flow));
}

/** One test for each flow, so that what it passes is worked out once. */
const askedOf = once((flow: Flow) => (fact: Fact) => asksAnybody(flow, fact));

/** As `isUnasked`, and to stand well with a contract that the caller names counts only for what is kept under its address. */
export function isUnaskedOf(flow: Flow, step: Step, keys: readonly Value[]): boolean {
  if (keys.some(({ shape }) => namedContracts(flow).has(shape))) return isUnasked(flow, step);
  return isPassedBy(flow, step, askedOfOthers(flow));
}

const askedOfOthers = once(
  (flow: Flow) => (fact: Fact) =>
    asksAnybody(flow, fact) && !valuesOf(fact).some((each) => isPicked(flow, each)),
);

/** `self.get_owner(account)`, `Shop(account).keeper()`, where the caller names the account: everybody has a contract that says so. */
export const isPicked = (flow: Flow, value: Value): boolean => pickedAnswers(flow).has(value);

const pickedAnswers = once(
  (flow: Flow): ReadonlySet<Value> => new Set(pickedSteps(flow).map(({ action }) => action.result)),
);

const namedContracts = once(
  (flow: Flow): ReadonlySet<string> =>
    new Set(pickedSteps(flow).map((step) => contractAsked(step)?.shape ?? '')),
);

const pickedSteps = (flow: Flow) =>
  [...stepsOf(flow, 'external'), ...stepsOf(flow, 'platform')].filter((step) => {
    const asked = contractAsked(step);
    return asked !== undefined && isNamedAccount(asked);
  });

/** The contract whose word counts. */
const contractAsked = ({ action }: StepOf<'external'> | StepOf<'platform'>): Value | undefined => {
  if (action.kind === 'external') return action.address;
  return action.name === 'get_owner' ? action.args[0] : undefined;
};

/** Whether some run passes this step and ends well without a way on which a fact of this sort holds. */
export function isPassedBy(flow: Flow, step: Step, test: (fact: Fact) => boolean): boolean {
  const { before, behind } = passing(flow, test);
  return before.has(step) && behind.has(step);
}

interface Passing {
  /** What is reached from the beginning. */
  readonly before: Steps;
  /** From where the normal end is reached. */
  readonly behind: Steps;
}

const passingsOf = once((_flow: Flow) => new Map<unknown, Passing>());

function passing(flow: Flow, test: (fact: Fact) => boolean): Passing {
  const ofFlow = passingsOf(flow);
  const found = ofFlow.get(test);
  if (found !== undefined) return found;
  const closed = closedWays(flow, test);
  // Most flows ask nothing: what is passed then is the same for every test.
  const made =
    closed.size === 0 && test !== asksNothing ? passing(flow, asksNothing) : passingBy(flow, closed);
  ofFlow.set(test, made);
  return made;
}

const asksNothing = (): boolean => false;

/** Whether the normal end can follow: what is done on a way that always reverts is undone. */
export const endsWell = (flow: Flow, step: Step): boolean => passing(flow, asksNothing).behind.has(step);

function passingBy(flow: Flow, closed: ReadonlySet<Step>): Passing {
  const isClosed = (step: Step) => closed.has(step);
  const ends = stepsOf(flow, 'exit');
  return { before: spread([flow.begin], 'next', isClosed), behind: spread(ends, 'previous', isClosed) };
}

/** The ways on which a fact holds, and those that look at a flag which was set on one of them. */
function closedWays(flow: Flow, test: (fact: Fact) => boolean): ReadonlySet<Step> {
  const closed = new Set<Step>();
  const asked = new Set<unknown>();
  const searched = new Set<unknown>();
  for (const step of stepsOf(flow, 'way')) {
    const { facts } = step.action;
    if (facts.some(test)) {
      asked.add(step.frame);
      if (step.loops.some(({ frame }) => frame === step.frame)) searched.add(step.frame);
    } else if (
      !(asked.has(step.frame) && facts.some(isFlag)) &&
      !(searched.has(step.frame) && facts.some((fact) => isFound(fact, flow)))
    )
      continue;
    closed.add(step);
  }
  return closed;
}

/** A variable that is `True` or `False`, depending on the way that was taken. */
const isFlag = (fact: Fact): boolean =>
  fact.kind === 'true' &&
  isOnly(fact.value.types, Type.bool) &&
  fact.value.origins.size === 0 &&
  fact.value.constant === undefined;

/** What a loop was to find is no longer the nothing that it began with. */
function isFound(fact: Fact, flow: Flow): boolean {
  if (fact.kind === 'true') return isMark(fact.value);
  if (fact.kind !== 'compare') return false;
  const { operator, left, right } = fact;
  if (operator === '!=' || operator === 'is not') return isMark(left) && isNothing(right);
  return (operator === '>' || operator === '>=') && (isMark(left) || countsOfMarks(flow).has(left.shape));
}

/** One of several, of which one is nothing. */
const isMark = ({ choices }: Value): boolean =>
  choices?.some(({ value }) => isNothing(value) || isMark(value)) === true;

const NOTHINGS: ReadonlySet<unknown> = new Set(['', null, false, 0n, -1n]);

const isNothing = ({ constant }: Value): boolean => NOTHINGS.has(constant);

/** `len(name)`, where `name` is such a variable. */
const countsOfMarks = once(
  (flow: Flow): ReadonlySet<string> =>
    new Set(
      stepsOf(flow, 'platform').flatMap(({ action: { name, args, result } }) =>
        name === 'len' && args[0] !== undefined && isMark(args[0]) ? [result.shape] : [],
      ),
    ),
);

// --- Facts ---------------------------------------------------------------------------------------------------------------------

/** Lets few callers through. */
export const asksWho = once((fact: Fact): boolean => chooses(fact, SENDER));

/** Lets few through, whoever it is that was asked about. */
export function asksAnybody(flow: Flow, fact: Fact): boolean {
  if (chooses(fact, ANYBODY) || asksWhoSigned(fact)) return true;
  const asked = parameterAsked(fact);
  return asked !== undefined && !isCalled(flow, asked.parameter);
}

/** The contract that the caller names is told what to do: which one it is says nothing about the caller. */
const isCalled = (flow: Flow, { shape }: Value): boolean =>
  stepsOf(flow, 'external').some(({ action }) => action.address.shape === shape);

/** Lets contracts through, and no people. */
export const asksForContract = (fact: Fact): boolean =>
  fact.kind === 'one of'
    ? fact.choices.some((choice) => choice.some(asksForContract))
    : fact.kind === 'true' && isContractQuestion(fact.value);

/** Lets few callers through, or contracts alone. */
export const asksWhoOrForContract = once((fact: Fact): boolean => asksWho(fact) || asksForContract(fact));

/** Keeps contracts out: the caller, or the account that a token names, is asked. */
export function asksForPeople(fact: Fact): boolean {
  if (fact.kind === 'one of') return fact.choices.every((choice) => choice.some(asksForPeople));
  if (fact.kind === 'compare') return fact.operator === '==' && isPeopleQuestion(fact.left, fact.right);
  return fact.kind === 'false' && /^(?:msg\.sender|parameter _?from)\.is_contract$/.test(fact.value.shape);
}

const SENDER: readonly Origin['kind'][] = ['sender'];
const ANYBODY: readonly Origin['kind'][] = ['sender', 'tx origin'];

function chooses(fact: Fact, who: readonly Origin['kind'][]): boolean {
  switch (fact.kind) {
    case 'one of':
      return (
        !isForAnyHolder(fact) &&
        !isForNamedContract(fact) &&
        fact.choices.some((choice) => choice.some((each) => chooses(each, who)))
      );
    case 'true':
      return isAbout(fact.value, who);
    case 'false':
      return false;
    case 'compare':
      return comparisonChooses(fact, who);
  }
}

function comparisonChooses(fact: Comparison, who: readonly Origin['kind'][]): boolean {
  const { operator } = fact;
  const [left, right] = [certain(fact.left), certain(fact.right)];
  if (ORDERS.has(operator) && who.includes('sender') && (isOwnSum(left) || isOwnSum(right))) return true;
  const about = isAbout(left, who) ? left : isAbout(right, who) ? right : undefined;
  if (about === undefined || isPeopleQuestion(left, right)) return false;
  const other = about === left ? right : left;
  const keyed = isKeyedBy(about, who);
  if (operator === '==' || operator === 'is') return !(keyed && isUnset(other));
  if (operator === '!=' || operator === 'is not') return keyed && isUnset(other);
  return operator !== 'not in';
}

/** A number that is kept with others in one text under the sender's name: `json_loads(self._accounts[self.msg.sender])['coins']`. */
const isOwnSum = (value: Value, depth = 0): boolean =>
  value.shape.includes('[msg.sender]') ||
  (depth < 4 && value.choices?.some((choice) => isOwnSum(choice.value, depth + 1)) === true);

/** `sender == tx.origin` keeps contracts out, and lets all people in. */
export const isPeopleQuestion = (left: Value, right: Value): boolean =>
  [left.shape, right.shape].toSorted().join() === 'msg.sender,tx.origin';

const isContractQuestion = ({ shape }: Value) => shape === 'msg.sender.is_contract';

const isKeyedBy = (value: Value, who: readonly Origin['kind'][]): boolean =>
  value.read?.keys.some((key) => hasOrigin(key, ...who) && !isNamedAccount(key)) === true;

function isAbout(value: Value, who: readonly Origin['kind'][]): boolean {
  if (value.shape.endsWith('.is_contract') || isNamedAccount(value)) return false;
  // Chance that the sender's address is mixed into asks nobody who they are.
  if (hasOrigin(value, ...who) && !hasOrigin(value, 'block', 'transaction')) return true;
  if (isKeyedBy(value, who)) return true;
  if (value.element?.read !== undefined && isKeyedBy(value.element, who)) return true;
  // `range(1, balances[sender] + 1)`, `balances[sender] - amount`
  if (value.reference?.kind === 'builtin' && value.items?.some((item) => isAbout(item, who)) === true)
    return true;
  return value.made !== undefined && (isAbout(value.made.left, who) || isAbout(value.made.right, who));
}

/** What the caller names and is held against an authority as if it were the caller; undefined of any other fact. */
export function parameterAsked(
  fact: Fact,
): { readonly parameter: Value; readonly authority: Value } | undefined {
  switch (fact.kind) {
    case 'one of':
      for (const choice of fact.choices)
        for (const each of choice) if (parameterAsked(each) !== undefined) return parameterAsked(each);
      return undefined;
    case 'compare':
      if (fact.operator !== '==' && fact.operator !== 'in') return undefined;
      return (
        pairOf(certain(fact.left), certain(fact.right)) ?? pairOf(certain(fact.right), certain(fact.left))
      );
    case 'true': {
      const key = fact.value.read?.keys.find(isNamedAccount);
      return key === undefined || !isOnly(fact.value.types, Type.bool)
        ? undefined
        : { parameter: key, authority: fact.value };
    }
    case 'false':
      return undefined;
  }
}

function pairOf(parameter: Value, authority: Value) {
  if (!isNamedAccount(parameter) || isNamedAccount(authority)) return undefined;
  const isAuthority = hasOrigin(authority, 'owner') || isAccountOfOurs(authority);
  return isAuthority ? { parameter, authority } : undefined;
}
