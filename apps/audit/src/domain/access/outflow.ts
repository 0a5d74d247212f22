import { argumentsOf } from '../flow/arguments.ts';
import { dominators, factsAt } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type Fact, type Value } from '../flow/values.ts';
import { mayBe, Type } from '../model/types.ts';
import { summandsOf } from '../numbers/divisions.ts';
import { offered, selfWritten } from './authorities.ts';
import { isReverted } from './forks.ts';
import { changeOf } from './ledger.ts';
import { canBeNamedAt } from './named-before.ts';
import { isHashOfArgument, isReadOff } from './picked.ts';

/** Money that leaves the contract: ICX, tokens that it holds, or tokens that another contract makes for somebody. */
export interface Outflow {
  readonly step: StepOf<'transfer'> | StepOf<'external'>;
  readonly kind: 'icx' | 'token' | 'mint';
  /** Undefined where the callee decides. */
  readonly to: Value | undefined;
  readonly amount: Value | undefined;
}

export function outflowOf(step: Step): Outflow | undefined {
  if (isStep(step, 'transfer')) return { step, kind: 'icx', to: step.action.to, amount: step.action.amount };
  if (!isStep(step, 'external')) return undefined;
  const { method, args, keywords } = step.action;
  const given = argumentsOf({ args, keywords });
  if (/^_?(?:mint|issue)/i.test(method))
    return { step, kind: 'mint', to: given.length > 1 ? given[0] : undefined, amount: given[1] ?? given[0] };
  if (!/^(?:transfer|safeTransfer|send|pay)(?!From)/i.test(method) || given.length < 2) return undefined;
  return {
    step,
    kind: 'token',
    to: keywords.get('_to') ?? given[0],
    amount: keywords.get('_value') ?? keywords.get('_amount') ?? given[1],
  };
}

/** ICX that goes along with a call of another contract: `bank.icx(amount).deposit()`. */
export function sentWith(step: Step): Outflow | undefined {
  if (!isStep(step, 'external') || step.action.sent === undefined) return undefined;
  return { step, kind: 'icx', to: step.action.address, amount: step.action.sent };
}

/** It goes to an address that somebody has named before, and anybody may. */
export const goesToNamed = (contract: ContractModel, flow: Flow, { to, step }: Outflow): boolean =>
  to?.read !== undefined && canBeNamedAt(contract, flow, step, to.read.item);

/** Whoever calls says where it goes: to an address that they name, or to themselves. */
export function goesToCaller({ to }: Outflow): boolean {
  if (to === undefined) return true;
  return (
    to.read === undefined &&
    hasOrigin(to, 'parameter', 'sender', 'tx origin') &&
    storageOrigins(to).length === 0
  );
}

/** Whoever calls says how much, or all that there is goes out. */
export const isTakenAtWill = ({ amount }: Outflow): boolean =>
  amount !== undefined && hasOrigin(amount, 'parameter', 'icx balance', 'call') && !isEarned(amount);

/** Whoever calls says how much somebody gets who stands in a record that anybody may be in. */
export const isPromised = (contract: ContractModel, { to, amount }: Outflow): boolean =>
  to !== undefined &&
  amount !== undefined &&
  /(?:^|[( ])parameter /.test(amount.shape) &&
  !hasOrigin(amount, 'storage', 'call', 'sent value') &&
  storageOrigins(to).some((item) => selfWritten(contract).has(item) || offered(contract).has(item));

/**
 * A plain sum that the contract keeps, whoever it belongs to, also one of several that the source counts off (`for i in (0, 1): fees[i]`),
 * or one that is written in the source.
 */
export function isCommonSum({ amount }: Outflow): boolean {
  if (amount === undefined || isEarned(amount)) return false;
  return (
    amount.read?.keys.every(isFixedKey) === true ||
    (typeof amount.constant === 'bigint' && amount.constant > 0n)
  );
}

/** Written out, or one of those that are. */
export const isFixedKey = ({ constant, origins, types }: Value): boolean =>
  constant !== undefined || (origins.size === 0 && types !== 0);

/** A sum that is kept for a thing or an account that the caller names. */
export function isOfOthers({ amount, to }: Pick<Outflow, 'amount' | 'to'>): boolean {
  if (amount === undefined || isEarned(amount)) return false;
  const parts = partsOf(amount);
  return (
    parts.every((part) => part.constant !== undefined || isKept(part)) &&
    parts.some((part) => isKeptForNamed(part, to))
  );
}

/** What an amount is added up and worked out of. */
export const partsOf = (amount: Value): Value[] => summandsOf(amount).flatMap(factorsOf).map(numberIn);

/** What a share is worked out of: `stakes[id] * 2 * 9 // 10`, and what is left when a fee is taken off. */
function factorsOf(value: Value): Value[] {
  const { made } = value;
  if (made === undefined) return [value];
  return [...factorsOf(made.left), ...factorsOf(made.right)];
}

const isKept = (value: Value): boolean => value.read !== undefined || KEPT_IN_TEXT.test(value.shape);

/** What an account is paid of its own is its own, whoever says so. */
const isKeptForNamed = ({ read, shape }: Value, to: Value | undefined): boolean =>
  read?.keys.some((key) => hasOrigin(key, 'parameter') && key.shape !== to?.shape) === true ||
  KEPT_IN_TEXT.test(shape);

/** A number of a record that is kept as text under what the caller names: `json_loads(self._rooms[_room])['stake']`. */
const KEPT_IN_TEXT = /^json_loads\(\w+ \w+\[parameter [^[]+\]\)\[[^[]+\]$/;

/** A number that is kept as text: `int(self._prices[id])`. */
const numberIn = (value: Value): Value =>
  value.reference?.kind === 'builtin' && value.reference.name === 'int' ? (value.items?.[0] ?? value) : value;

/** What came with this call, or what stands under the caller's own name. */
const isEarned = (amount: Value): boolean =>
  hasOrigin(amount, 'sent value') ||
  summandsOf(amount)
    .map(numberIn)
    .some(({ read }) => read?.keys.some((key) => hasOrigin(key, 'sender')) === true);

/** Something was given for it: ICX that was looked at, a secret that fits, an account of the caller that was lowered, tokens pulled in. */
export function isPaidFor(flow: Flow, step: Step): boolean {
  if (factsAt(flow, step).some((fact) => valuesOf(fact).some(isSent) || isSecret(fact))) return true;
  return dominators(flow, step).some((above) => {
    if (isStep(above, 'write'))
      return (
        above.action.keys.some((key) => hasOrigin(key, 'sender')) && changeOf(above)?.direction === 'down'
      );
    if (!isStep(above, 'external')) return false;
    const { method, args } = above.action;
    // Whose tokens are pulled in stands first; who gets a thing stands behind.
    if (/transferFrom/i.test(method)) return hasOrigin(args[0], 'sender');
    return /burn|redeem/i.test(method) && args.some((each) => hasOrigin(each, 'sender'));
  });
}

/**
 * A flag that somebody else sets under a hash of what the caller brings, and without which nothing goes out: a proof that was looked
 * at elsewhere, a voucher.
 */
export function isVouchedFor(contract: ContractModel, flow: Flow, step: Step): boolean {
  const before = stepsBefore(step);
  return stepsOf(flow, 'way').some(
    (way) =>
      before.has(way) &&
      way.action.facts.some((fact) => fact.kind === 'true' && isVoucher(contract, fact.value)) &&
      way.previous.every(({ next }) => next.every((other) => other === way || isReverted(other))),
  );
}

const isVoucher = (contract: ContractModel, { read }: Value): boolean =>
  read !== undefined && !selfWritten(contract).has(read.item) && read.keys.some(isHashOfArgument);

/** What came along, whatever the caller says: `amount = self.msg.value if amount == 0 else amount` is no such thing. */
function isSent(value: Value): boolean {
  if (!hasOrigin(value, 'sent value')) return false;
  const { choices, made } = value;
  if (choices !== undefined) return choices.every((choice) => isSent(choice.value));
  return made === undefined ? !hasOrigin(value, 'parameter') : isSent(made.left) || isSent(made.right);
}

/** `sha3_256(answer) == stored`, `recover_key(…) == stored`. A word that is stored as it is can be read by everybody. */
const isSecret = (fact: Fact): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  !isReadOff(fact) &&
  isFromCaller(fact.left) !== isFromCaller(fact.right) &&
  [fact.left, fact.right].some((side) => storageOrigins(side).length > 0);

/** An amount or an address that the caller names and that fits what is stored is no secret. */
const isFromCaller = (value: Value): boolean =>
  hasOrigin(value, 'parameter') && !hasOrigin(value, 'sent value') && !mayBe(value.types, Type.address);
