import { factsAt } from '../flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import {
  hasOrigin,
  sameKeys,
  storageOrigins,
  valuesOf,
  type Fact,
  type StorageItem,
  type Value,
} from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { isNamedAccount } from './accounts.ts';
import { asksAnybody, isPassedBy, isUnasked } from './asked.ts';
import { selfWritten } from './authorities.ts';
import { isAuthorised } from './authority.ts';
import { isOwnValue, isTakenOver } from './bare-writes.ts';
import { changeOf, isUnpaidEntry } from './ledger.ts';
import { lockItems } from './locks.ts';
import { isNewThing } from './new-things.ts';
import { isPaidOut } from './paid-out.ts';
import { isOpenEntry, type Privilege } from './privileged.ts';

type Write = StepOf<'write'>;

/** Whether anybody gets something by a write of what has power; what everybody may write, or pays for, is no breach. */
export const isBreach = (
  contract: ContractModel,
  flow: Flow,
  step: StepOf<'write'>,
  privilege: Privilege,
): boolean =>
  !lockItems(contract).has(step.action.item) &&
  !(privilege.kind === 'callee' && isNoAddress(step.action.value)) &&
  (isUnasked(flow, step) || isTakenUnasked(flow, step) || isForTheFirst(flow, step)) &&
  !isMarkedOnce(flow, step, privilege) &&
  !isOwnRecord(contract, flow, step, privilege) &&
  !isCleared(contract, flow, step) &&
  !isPaidFor(flow, step) &&
  !(privilege.kind === 'guarded elsewhere' && isPaidOut(flow, step)) &&
  isChosen(flow, step, privilege);

/** Nothing, or a text that is put together: `f'{token}/ICX'` names no contract, while `'cx' + hash` does. */
const isNoAddress = (value: Value | undefined): boolean =>
  value === undefined ||
  value.made !== undefined ||
  /^(?:f?\()(?!string cx\b).+(?: \+ |,).+\)$/.test(value.shape);

/** `if not roles[account]: revert` and `roles[account] = False`: that they have what is taken from them says nothing of the caller. */
function isTakenUnasked(flow: Flow, step: Write): boolean {
  if (!isTakenBack(step.action.value) || !factsAt(flow, step).some((fact) => isAboutPlace(fact, step)))
    return false;
  return isPassedBy(flow, step, askedBeside(flow)(step));
}

/** `if sender == owner or bank.get() is None: bank.set(_bank)`: whoever comes first chooses, if the owner has not come before. */
function isForTheFirst(flow: Flow, step: Write): boolean {
  if (!factsAt(flow, step).some((fact) => letsTheFirst(fact, step))) return false;
  return isPassedBy(flow, step, askedOfLater(flow)(step));
}

const askedOfLater = once((flow: Flow) =>
  once((step: Write) => (fact: Fact) => asksAnybody(flow, fact) && !letsTheFirst(fact, step)),
);

const letsTheFirst = (fact: Fact, { action: { item, keys } }: Write): boolean =>
  fact.kind === 'one of' &&
  fact.choices.some((choice) =>
    choice.every(
      (each) =>
        each.kind === 'compare' &&
        (each.operator === 'is' || each.operator === '==') &&
        each.right.constant === null &&
        each.left.read?.item === item &&
        sameKeys(each.left.read.keys, keys),
    ),
  );

/** One test for each step, as what it passes is kept with the flow. */
const askedBeside = once((flow: Flow) =>
  once((step: Write) => (fact: Fact) => asksAnybody(flow, fact) && !isAboutPlace(fact, step)),
);

/** That place itself, or another office of the same account: `roles['admin'][account]` before `roles[role][account] = False`. */
const isAboutPlace = (fact: Fact, { action: { item, keys } }: Write): boolean =>
  fact.kind === 'true' &&
  fact.value.read?.item === item &&
  (sameKeys(fact.value.read.keys, keys) ||
    fact.value.read.keys.some((key) => isNamedAccount(key) && keys.some(({ shape }) => shape === key.shape)));

/** `paid[id][who] = True` behind `if paid[id][who]: revert`: a mark that the account has had what there is for it. */
const isMarkedOnce = (flow: Flow, step: Write, privilege: Privilege): boolean =>
  privilege.kind === 'guard' &&
  privilege.keepsOut &&
  step.action.value?.constant === true &&
  looksAt(flow, step);

/**
 * A mark that people set for themselves falls away together with the thing that it belongs to, whose state was looked at; or the thing
 * begins anew, and the caller pays for it.
 */
function isCleared(contract: ContractModel, flow: Flow, step: StepOf<'write'>): boolean {
  const { item, keys, value } = step.action;
  if (value !== undefined && value.constant !== false) return false;
  if (keys.length === 0 || !selfWritten(contract).has(item)) return false;
  const looked = factsAt(flow, step)
    .flatMap(valuesOf)
    .some(({ read }) => read !== undefined && read.item !== item && sameKeys(read.keys, keys));
  return (
    looked ||
    stepsOf(flow, 'write').some(
      ({ action }) => hasOrigin(action.value, 'sent value') && sameKeys(action.keys, keys),
    )
  );
}

/** What came along was held against a price that is kept: whoever buys a thing takes over what belongs to it. */
const isPaidFor = (flow: Flow, step: StepOf<'write'>): boolean =>
  step.action.keys.length > 0 &&
  factsAt(flow, step).some((fact) => {
    if (fact.kind !== 'compare') return false;
    const sides = [fact.left, fact.right];
    return (
      sides.some((side) => hasOrigin(side, 'sent value')) &&
      sides.some(({ read }) => (read?.keys.length ?? 0) > 0)
    );
  });

/** Everybody may write what is kept under their own name, what they paid for, and a sum of what all of them did. */
function isOwnRecord(
  contract: ContractModel,
  flow: Flow,
  step: StepOf<'write'>,
  privilege: Privilege,
): boolean {
  const { keys, value, item, how } = step.action;
  const joins = how === 'put' ? hasOrigin(value, 'sender') : keys.some((key) => hasOrigin(key, 'sender'));
  if (joins) return privilege.kind !== 'guard' || isTakenBack(value) || !isGivenByOthers(contract, item);
  if (value === undefined) return false;
  if (hasOrigin(value, 'sent value')) return true;
  if (value.made !== undefined && storageOrigins(value).includes(item)) return true;
  if (isMovedOn(step)) return true;
  if (isNumbered(flow, step)) return true;
  // Whoever comes first has it: `owner_of[id] = sender` behind a look at `owner_of[id]`.
  return (
    hasOrigin(value, 'sender') &&
    keys.length > 0 &&
    (isFresh(step) || looksAt(flow, step) || isNewThing(flow, step))
  );
}

/** A record that is kept as text, with another state in it: nothing of it is what the caller says. */
const isMovedOn = ({ action: { value, item } }: Write): boolean =>
  value !== undefined &&
  isOnly(item.valueType, Type.str | Type.bytes) &&
  storageOrigins(value).includes(item) &&
  !hasOrigin(value, 'parameter', 'sender', 'call');

export const isTakenBack = (value: Value | undefined): boolean =>
  value === undefined || value.constant === false;

/** A role that some are given by those who may give it; whoever can take it alone has taken all of them. */
export const isGivenByOthers = ({ flows }: ContractModel, item: StorageItem): boolean =>
  (item.kind === 'ArrayDB' || isOnly(item.valueType, Type.bool)) &&
  flows.some((flow) =>
    stepsOf(flow, 'write').some((step) => step.action.item === item && isGift(flow, step)),
  );

/** At install, or by a chosen account to another one. */
function isGift(flow: Flow, step: StepOf<'write'>): boolean {
  const { how, value, keys } = step.action;
  if (value === undefined || value.constant === false || how === 'pop') return false;
  if (flow.entry.kind === 'install') return true;
  return (
    isOpenEntry(flow) &&
    isAuthorised(flow, step) &&
    ![...keys, value].some((part) => hasOrigin(part, 'sender'))
  );
}

/** The number of a new record is counted up, not named by the caller. */
const isFresh = ({ action }: StepOf<'write'>) => !action.keys.some((key) => hasOrigin(key, 'parameter'));

/** A new record under a number that is counted up here, or that something outside of the package gave: nobody's is replaced. */
function isNumbered(flow: Flow, step: StepOf<'write'>): boolean {
  // Whatever is kept of a new thing under further keys is new as well.
  const keys = step.action.keys.filter((key) => !hasOrigin(key, 'parameter'));
  if (keys.length === 0 || (!isFresh(step) && hasOrigin(step.action.keys[0], 'parameter'))) return false;
  if (keys.some(isGivenOutside)) return true;
  const numbers = new Set(keys.flatMap(storageOrigins));
  return stepsOf(flow, 'write').some(
    (write) =>
      numbers.has(write.action.item) && (write.action.how === 'put' || changeOf(write)?.direction === 'up'),
  );
}

/** The answer of a function that is not in the package, of which nothing is known but that the caller did not name it. */
const isGivenOutside = ({ node, origins, types, constant }: Value): boolean =>
  node.kind === 'Call' && origins.size === 0 && types === 0 && constant === undefined;

const looksAt = (flow: Flow, step: StepOf<'write'>) =>
  factsAt(flow, step).some((fact) =>
    valuesOf(fact).some((value) => storageOrigins(value).includes(step.action.item)),
  );

/**
 * A step that everybody may push on (`if height > deadline: closed.set(True)`) writes what the contract itself works out, once its
 * time has come. Of items that no guard reads, only what the caller chooses is told, and what nothing holds back. A switch that is
 * looked at before it is thrown (`if not on.get(): on.set(True)`) is held back by nothing.
 */
function isChosen(flow: Flow, step: StepOf<'write'>, privilege: Privilege): boolean {
  const { item, keys, value } = step.action;
  if (hasOrigin(value, 'parameter') || isPickedOut(step.action)) return true;
  if (value === undefined && isTimeOver(flow, step)) return false;
  if (privilege.kind !== 'guarded elsewhere' && keys.some((key) => hasOrigin(key, 'parameter'))) return true;
  const isSwitch = privilege.kind === 'guarded elsewhere' && isUnpaidEntry(flow) && isThrown(step.action);
  const facts = factsAt(flow, step).filter((fact) => !isSwitch || !isAboutSwitch(fact, item));
  const known = facts.flatMap(valuesOf);
  if (privilege.kind === 'guard' && isSeized(step.action, known)) return true;
  if (known.some((part) => hasOrigin(part, 'storage', 'block', 'call', 'sender', 'sent value'))) return false;
  return (
    isSwitch || privilege.kind !== 'guarded elsewhere' || value === undefined || value.constant !== undefined
  );
}

/** What falls away once a time or a height has come falls away for all. */
const isTimeOver = (flow: Flow, step: Write): boolean =>
  factsAt(flow, step)
    .flatMap(valuesOf)
    .some((part) => hasOrigin(part, 'block'));

/** A switch, or one of several under a name: off, on, or the other way round; what stands in a list, taken out of it. */
const isThrown = ({ item, value }: Write['action']): boolean =>
  item.kind === 'VarDB'
    ? isOwnValue(value, item)
    : value === undefined || (item.kind === 'DictDB' && value.constant !== undefined);

/** How the switch stands, whether it is the one that the caller names, or whether something was ever set. */
const isAboutSwitch = (fact: Fact, item: StorageItem): boolean =>
  (fact.kind === 'compare' && [fact.left, fact.right].some(({ constant }) => constant === null)) ||
  valuesOf(fact).every((value) => isOwnValue(value, item) || isTakenOver(value));

/** Whoever calls puts themselves in the place of the one who stands there, whatever else had to be so. */
const isSeized = ({ item, value }: Write['action'], known: readonly Value[]): boolean =>
  item.kind === 'VarDB' &&
  value?.shape === 'msg.sender' &&
  !known.some(
    (part) => hasOrigin(part, 'block', 'call', 'sender', 'sent value') || storageOrigins(part).includes(item),
  );

/** `current[slot] = earlier[slot][_version]`: the caller says which of the stored ones it is to be. */
function isPickedOut({ keys, value, item }: Write['action']): boolean {
  const { read } = value ?? {};
  if (read === undefined || read.item === item) return false;
  const named = new Set(keys.flatMap(parametersOf));
  return read.keys.flatMap(parametersOf).some((name) => !named.has(name));
}

const parametersOf = ({ origins }: Value): string[] =>
  [...origins].flatMap((origin) => (origin.kind === 'parameter' ? [origin.name] : []));
