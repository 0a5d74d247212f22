import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { isZeroAddress, tokenOf } from '../token/token.ts';
import { eventArgument, isTransferEvent } from '../token/transfers.ts';
import { once } from '../once.ts';
import { isTakenOver } from './bare-writes.ts';
import { isOpenEntry } from './privileged.ts';
import { isUnasked } from './asked.ts';
import { isHashOfArgument } from './picked.ts';

/** A write that makes a number in storage larger or smaller than it was, and by how much. */
export interface Change {
  readonly step: StepOf<'write'>;
  readonly by: Value;
  readonly direction: 'up' | 'down';
}

/** What a write adds to what was there, or takes from it; undefined of any other write. */
export function changeOf(step: StepOf<'write'>): Change | undefined {
  const { item, value } = step.action;
  const made = value === undefined ? undefined : madeOf(value);
  if (made === undefined || (made.operator !== '+' && made.operator !== '-')) return undefined;
  const [before, by] =
    isOf(made.left, item) || made.operator === '-' ? [made.left, made.right] : [made.right, made.left];
  if (!isOf(before, item)) return undefined;
  const taken = negatedIn(by);
  return {
    step,
    by: taken ?? by,
    direction: (made.operator === '+') === (taken === undefined) ? 'up' : 'down',
  };
}

/** `-amount`, as a helper is given it that books both ways. */
const negatedIn = ({ made }: Value): Value | undefined =>
  made?.operator === '-' && made.left.constant === 0n ? made.right : undefined;

/** `max(balance - amount, 0)` is made as its first part is. */
function madeOf(value: Value) {
  if (value.made !== undefined) return value.made;
  const isBounded =
    value.reference?.kind === 'builtin' && (value.reference.name === 'max' || value.reference.name === 'min');
  return isBounded ? value.items?.find(({ made }) => made !== undefined)?.made : undefined;
}

const isOf = (value: Value, item: StorageItem): boolean => storageOrigins(value).includes(item);

/**
 * Balances that an entry point raises by an amount that the caller names, for which nobody pays: nothing is lowered, no ICX came, no
 * contract was asked. The sums that are raised along with them belong to it.
 */
export function unbackedRaises(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isOpenEntry(flow) || isTokenCallback(flow)) return [];
  const changes = stepsOf(flow, 'write').flatMap((step) => changeOf(step) ?? []);
  const spent = moneyOf(contract);
  const balances = changes.filter(
    ({ step, by, direction }) =>
      direction === 'up' &&
      spent.has(step.action.item) &&
      !isPermission(contract, step) &&
      (hasOrigin(by, 'parameter') || isHandedOut(flow, step, by)) &&
      isUnbacked(flow, by, step),
  );
  const amounts = new Set(balances.map(({ by }) => by.shape));
  const lowered = new Set(
    changes.flatMap(({ step, direction }) => (direction === 'down' ? [step.action.item] : [])),
  );
  if (balances.some(({ step }) => lowered.has(step.action.item))) return [];
  const isTheirs = ({ step, by, direction }: Change) =>
    direction === 'up' &&
    amounts.has(by.shape) &&
    (step.action.item.kind === 'VarDB' || spent.has(step.action.item));
  return balances.length === 0 ? [] : changes.filter(isTheirs).map(({ step }) => step);
}

/** Balances that whoever calls sets to what they say: `balances[self.address] = amount`. */
export function openBalances(contract: ContractModel, flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  return stepsOf(flow, 'write').filter((step) => {
    const { item, value, keys } = step.action;
    if (value === undefined || keys.length === 0 || !moneyOf(contract).has(item)) return false;
    return isTakenOver(value) && !isPermission(contract, step) && isUnasked(flow, step);
  });
}

/** What can be spent, and what `balanceOf` answers with, even where nothing can be spent yet. */
const moneyOf = once((contract: ContractModel): ReadonlySet<StorageItem> => {
  const { balances } = tokenOf(contract);
  return balances === undefined ? spendable(contract) : new Set([...spendable(contract), balances]);
});

/** Balances that grow by a token which comes out of nothing, as its event says, for whoever asks: nothing was earned or paid before. */
export function openMints(flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const made = flow.steps.filter(isTransferEvent).find((step) => {
    const [from, to] = [eventArgument(step, 0), eventArgument(step, 1)];
    return from !== undefined && to !== undefined && isZeroAddress(from) && !isZeroAddress(to);
  });
  const taker = made === undefined ? undefined : eventArgument(made, 1);
  if (made === undefined || taker === undefined || !isUnasked(flow, made) || isEarned(flow, made)) return [];
  const changes = stepsOf(flow, 'write').flatMap((step) => changeOf(step) ?? []);
  if (changes.some(({ direction }) => direction === 'down')) return [];
  return changes
    .map(({ step }) => step)
    .filter(({ action }) => action.keys.some(({ shape }) => shape === taker.shape));
}

/**
 * Something else has to do with it: another contract, a time, what came along, or what is kept under the caller's name, or under the
 * hash of a voucher that they bring.
 */
const isEarned = (flow: Flow, at: StepOf<'event'>): boolean =>
  flow.steps.some((step) => isStep(step, 'external') && step.id < at.id) ||
  factsAt(flow, at)
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'sent value', 'call', 'block', 'transaction', 'json') ||
        value.read?.keys.some((key) => hasOrigin(key, 'sender') || isHashOfArgument(key)) === true,
    );

/** A fixed amount that whoever asks gets, as often as they ask: nothing is looked at before. */
const isHandedOut = (flow: Flow, step: StepOf<'write'>, { constant }: Value): boolean =>
  typeof constant === 'bigint' &&
  constant > 1n &&
  !factsAt(flow, step)
    .flatMap(valuesOf)
    .some((value) => hasOrigin(value, 'storage', 'block', 'transaction', 'call', 'sent value', 'json'));

/** Nobody is asked or pays for it. */
export function isUnbacked(flow: Flow, amount: Value, at: StepOf<'write'>): boolean {
  if (hasOrigin(amount, 'sent value', 'call') || !isUnasked(flow, at)) return false;
  return !flow.steps.some(
    (step) =>
      (isStep(step, 'external') && step.id < at.id) ||
      isStep(step, 'transfer') ||
      (isStep(step, 'way') &&
        step.action.facts.some(
          (fact) =>
            fact.kind === 'compare' &&
            hasOrigin(fact.left, 'sent value') !== hasOrigin(fact.right, 'sent value'),
        )),
  );
}

const isEmptied = ({ action: { value } }: StepOf<'write'>): boolean =>
  value === undefined || value.constant === 0n;

/** Numbers by account, of which whoever calls can spend their own. */
export const spendable = itemsOfFlows(
  (flow) =>
    stepsOf(flow, 'write').flatMap((step) => {
      const { item, keys } = step.action;
      if (!isOnly(item.valueType, Type.int) || !keys.some((key) => hasOrigin(key, 'sender'))) return [];
      return changeOf(step)?.direction === 'down' || isEmptied(step) ? [item] : [];
    }),
  isOpenEntry,
);

/**
 * What the caller lets somebody else take: written under `[sender][spender]`, and lowered under `[holder][sender]` when it is taken, or named
 * so where it is taken by what is not in the package. Nothing is made by it.
 */
export function isPermission(contract: ContractModel, { action: { item, keys } }: StepOf<'write'>): boolean {
  const own = keys.findIndex(isSender);
  if (own === -1 || keys.length < 2) return false;
  return (
    PERMITS.test(item.name) ||
    takenOf(contract)
      .get(item)
      ?.some((taken) => taken.has(own)) === true
  );
}

const PERMITS = /allowance|approv|permit/i;

/** Of each number that the caller lowers: places of those keys that are somebody else's. */
const takenOf = once(({ flows }: ContractModel): ReadonlyMap<StorageItem, readonly ReadonlySet<number>[]> => {
  const taken = new Map<StorageItem, ReadonlySet<number>[]>();
  for (const step of flows.filter(isOpenEntry).flatMap((flow) => stepsOf(flow, 'write'))) {
    const { item, keys } = step.action;
    if (!keys.some(isSender) || changeOf(step)?.direction !== 'down') continue;
    const others = new Set(keys.flatMap((key, place) => (isSender(key) ? [] : [place])));
    taken.set(item, [...(taken.get(item) ?? []), others]);
  }
  return taken;
});

const isSender = (key: Value): boolean => hasOrigin(key, 'sender');

const CALLBACKS: ReadonlySet<string> = new Set([
  'tokenFallback',
  'onIRC31Received',
  'onIRC31BatchReceived',
  'onIRC721Received',
  'onIRC3Received',
]);

/** Called by a token that reports a deposit; anybody can call it as well. */
export const isTokenCallback = ({ entry }: Flow): boolean => CALLBACKS.has(entry.fn.name);

/** An entry point that anybody may call, and that brings neither ICX nor tokens along. */
export const isUnpaidEntry = (flow: Flow): boolean =>
  flow.entry.kind === 'external' && !flow.entry.payable && !isTokenCallback(flow);
