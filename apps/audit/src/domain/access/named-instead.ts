import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, type Fact, type Origin, type Value } from '../flow/values.ts';
import { isAccountOfOurs, isNamedAccount } from './accounts.ts';
import { isOpen } from './asked.ts';
import { changeOf, isUnpaidEntry } from './ledger.ts';
import { outflowOf } from './outflow.ts';

/** An account that may stand in the caller's place, and the question that takes it for the caller. */
export interface NamedInstead {
  readonly account: Value;
  readonly asked: Fact;
}

/**
 * `seller = seller or self.msg.sender`, and then the seller is asked whether the thing is theirs, and a price of the caller is kept:
 * the default says that the caller is meant to act, and whoever likes names somebody else. What an account only gets is given to them.
 */
export function namedInstead(flow: Flow): NamedInstead[] {
  if (!isUnpaidEntry(flow)) return [];
  const told = new Set<string>();
  return stepsOf(flow, 'write').flatMap((step) => {
    if (changeOf(step)?.direction === 'up' || !isOpen(flow, step)) return [];
    const found = factsAt(flow, step)
      .flatMap((asked) => accountsAsked(asked).map((account) => ({ account, asked })))
      .find(
        ({ account }) =>
          !told.has(account.shape) && (bringsMore(step, account) || takesInstead(flow, account)),
      );
    if (found === undefined) return [];
    told.add(found.account.shape);
    return [found];
  });
}

/** Accounts in the caller's place whose record is looked at, or that are held against what is stored. */
function accountsAsked(fact: Fact): Value[] {
  switch (fact.kind) {
    case 'one of':
      return [];
    case 'compare': {
      const { left, right } = fact;
      if (isInPlaceOfSender(left)) return isStored(right) && isSame(fact.operator) ? [left] : [];
      if (isInPlaceOfSender(right)) return isStored(left) && isSame(fact.operator) ? [right] : [];
      return [...keysOf(left), ...keysOf(right)];
    }
    default:
      return keysOf(fact.value);
  }
}

/** As it is, or an address in a record that is kept as text. */
const isStored = (value: Value): boolean =>
  isAccountOfOurs(value) || (hasOrigin(value, 'storage') && !hasOrigin(value, 'parameter', 'sender'));

const isSame = (operator: string): boolean => operator === '==' || operator === 'in';

const keysOf = ({ read }: Value): Value[] => (read?.keys ?? []).filter(isInPlaceOfSender);

const isInPlaceOfSender = (value: Value): boolean => isNamedAccount(value) && hasOrigin(value, 'sender');

/** The caller says what is kept, beside the name. */
function bringsMore({ action: { value } }: StepOf<'write'>, account: Value): boolean {
  const own = new Set([...account.origins].flatMap(nameOf));
  return [...(value?.origins ?? [])].flatMap(nameOf).some((name) => !own.has(name));
}

/** The sender is paid for what belongs to the account. */
const takesInstead = (flow: Flow, account: Value): boolean =>
  flow.steps.some((step) => outflowOf(step)?.to?.shape === 'msg.sender') &&
  !flow.steps.some((step) => outflowOf(step)?.to?.shape === account.shape);

const nameOf = (origin: Origin): string[] => (origin.kind === 'parameter' ? [origin.name] : []);
