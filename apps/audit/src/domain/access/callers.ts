import { dominators, factsAt } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import { storageOrigins, type Fact, type StorageItem } from '../flow/values.ts';
import { asksWho, isOpen, isReachedOpenly } from './asked.ts';
import { selfWritten } from './authorities.ts';
import { guardsOf, type Guard } from './authority.ts';
import { isTokenCallback } from './ledger.ts';

/** A kind of accounts that come to a place, from the widest to the narrowest. */
export const callerKinds = [
  'anyone',
  /** Whoever calls `tokenFallback` and its kin, which is meant for tokens. */
  'any token',
  'all but',
  'people',
  'contracts',
  /** Anybody, for what stands under their own name. */
  'entitled',
  /** Those of a record in which whoever likes puts themselves. */
  'enrolled',
  /** Whoever signed the transaction was asked, not who calls. */
  'signer',
  /** Something was asked of them, on every way in another manner. */
  'asked',
  /** Another contract was asked about them. */
  'answer',
  'stored',
  /** The contract whose address is stored and called. */
  'contract',
  'constant',
  'owner',
  'own address',
  'update',
  'install',
] as const;
export type CallerKind = (typeof callerKinds)[number];

export interface Caller {
  readonly kind: CallerKind;
  /** Who they are is written there. */
  readonly item: StorageItem | undefined;
}

/** A condition on the way that asks something of the caller. */
export interface AskedGuard {
  readonly way: StepOf<'way'>;
  /** Those that it lets through. */
  readonly callers: readonly Caller[];
  /** It stands before all that the entry point does, or before some of it. */
  readonly covers: 'all' | 'some';
}

/**
 * Who comes to a step: the accounts that the narrowest of the conditions on the way lets through; one of several kinds. What is asked
 * beside that is left out.
 */
export function callersAt(contract: ContractModel, flow: Flow, step: Step): readonly Caller[] {
  const { kind } = flow.entry;
  if (kind === 'install' || kind === 'update') return [{ kind, item: undefined }];
  if (kind === 'constructor') return [{ kind: 'install', item: undefined }];
  const narrowest = narrowestOf(factsAt(flow, step).map((fact) => callersOf(contract, fact)));
  const open: Caller = { kind: isTokenCallback(flow) ? 'any token' : 'anyone', item: undefined };
  if (narrowest !== undefined && widthOf(narrowest) > callerKinds.indexOf('all but')) return narrowest;
  if (!isOpen(flow, step)) return askedBefore(contract, flow, step) ?? [{ kind: 'asked', item: undefined }];
  return narrowest ?? [open];
}

/** Where every way asks somebody else (`if sender != owner: if sender != guardian: revert`): each of those whom one of them lets through. */
function askedBefore(contract: ContractModel, flow: Flow, step: Step): readonly Caller[] | undefined {
  if (isReachedOpenly(flow, step)) return undefined;
  const before = stepsBefore(step);
  const asking = stepsOf(flow, 'way').filter((way) => before.has(way));
  const asked = asking.flatMap(({ action }) =>
    action.facts.filter(asksWho).map((fact) => callersOf(contract, fact)),
  );
  // One that lets through whom nobody can name may let through anybody.
  const isNamed = asked.every((callers) => callers.length > 0 && widthOf(callers) > NOTHING_KNOWN);
  return isNamed ? distinct(asked.flat()) : undefined;
}

/** Place of the kind of which nothing is known. */
const NOTHING_KNOWN = callerKinds.indexOf('asked');

/** Place of the widest kind in the list of kinds: the larger, the fewer come. */
const widthOf = (callers: readonly Caller[]): number =>
  Math.min(...callers.map(({ kind }) => callerKinds.indexOf(kind)));

/** Whom a fact lets through; nobody is named where it asks nothing of the caller. */
function callersOf(contract: ContractModel, fact: Fact): readonly Caller[] {
  if (fact.kind !== 'one of') {
    const named = distinct(guardsOf(fact).flatMap((guard) => callerOf(contract, guard, fact) ?? []));
    return named.length === 0 && asksWho(fact) ? [{ kind: 'asked', item: undefined }] : named;
  }
  const choices = fact.choices.map((choice) => narrowestOf(choice.map((each) => callersOf(contract, each))));
  return choices.includes(undefined) ? [] : distinct(choices.flatMap((callers) => callers ?? []));
}

/** Of several conditions that all hold, the one that lets the fewest through. */
function narrowestOf(asked: readonly (readonly Caller[])[]): readonly Caller[] | undefined {
  return asked
    .filter((callers) => callers.length > 0)
    .reduce<readonly Caller[] | undefined>(
      (best, callers) => (best === undefined || widthOf(callers) > widthOf(best) ? callers : best),
      undefined,
    );
}

const distinct = (callers: readonly Caller[]): Caller[] => [
  ...new Map(callers.map((caller) => [keyOfCaller(caller), caller])).values(),
];

/** Two callers with one key are the same. */
export const keyOfCaller = ({ kind, item }: Caller): string =>
  item === undefined ? kind : `${kind} ${item.kind} ${item.key}`;

function callerOf(contract: ContractModel, guard: Guard, fact: Fact): Caller | undefined {
  const item = guard.against.kind === 'storage' ? guard.against.item : undefined;
  switch (guard.kind) {
    case 'contract only':
      return { kind: 'contracts', item: undefined };
    case 'people only':
      return { kind: 'people', item: undefined };
    case 'entitlement':
      return guard.principal !== 'sender'
        ? undefined
        : { kind: keepsOut(guard, fact) ? 'all but' : 'entitled', item };
    case 'authority':
      if (guard.principal !== 'sender') return guard.inverted ? undefined : { kind: 'signer', item };
      return keepsOut(guard, fact) ? { kind: 'all but', item } : authorised(contract, guard, item);
  }
}

/** Some are kept out, and everybody else is let in: `sender != house`, `seat[sender] == ''`. */
const keepsOut = ({ inverted }: Guard, fact: Fact): boolean => inverted || !asksWho(fact);

function authorised(contract: ContractModel, { against }: Guard, item: StorageItem | undefined): Caller {
  if (item !== undefined) {
    if (selfWritten(contract).has(item)) return { kind: 'enrolled', item };
    return { kind: calledItems(contract).has(item) ? 'contract' : 'stored', item };
  }
  switch (against.kind) {
    case 'owner':
    case 'own address':
    case 'constant':
    case 'answer':
      return { kind: against.kind, item };
    default:
      return { kind: 'asked', item };
  }
}

/** Places that hold the address of a contract that is called. */
export const calledItems = itemsOfFlows((flow) =>
  stepsOf(flow, 'external').flatMap(({ action }) => storageOrigins(action.address)),
);

/** What an entry point asks of who calls it, in the order in which it asks. */
export function guardsAlong(contract: ContractModel, flow: Flow): AskedGuard[] {
  const ends = endsOf(flow);
  const counts = new Map<StepOf<'way'>, number>();
  for (const end of ends)
    for (const step of dominators(flow, end))
      if (isStep(step, 'way')) counts.set(step, (counts.get(step) ?? 0) + 1);
  const found = new Map<string, AskedGuard>();
  for (const [way, count] of [...counts].toSorted(([left], [right]) => left.id - right.id)) {
    const callers = way.action.facts.flatMap((fact) => callersOf(contract, fact));
    if (callers.length === 0) continue;
    const covers = count === ends.length ? 'all' : 'some';
    const key = `${way.module.path} ${way.node.start} ${way.node.end} ${way.action.outcome}`;
    if (found.get(key)?.covers !== 'all') found.set(key, { way, callers, covers });
  }
  return [...found.values()];
}

/** What an entry point does that is seen outside; where there is nothing, its end. */
function endsOf({ steps }: Flow): Step[] {
  const effects = steps.filter(
    ({ action: { kind } }) =>
      kind === 'write' || kind === 'event' || kind === 'transfer' || kind === 'external',
  );
  return effects.length > 0 ? effects : steps.filter(({ action }) => action.kind === 'exit');
}
