import { canReach, isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, type Fact, type StorageItem } from '../flow/values.ts';
import { once } from '../once.ts';
import { isUnasked, isUnaskedOf } from './asked.ts';
import { addressOf, isOutgoing } from './callee.ts';
import { guardsOf, isAuthorised } from './authority.ts';
import { hasEffect, isReverted } from './forks.ts';

/** Why a place in storage is not for everybody to write. */
export type Privilege =
  /** A guard somewhere lets through whom it names, or keeps them out and does nothing else. */
  | { readonly kind: 'guard'; readonly keepsOut: boolean }
  /** It is the address of a contract that is called, or of somebody who is paid. */
  | { readonly kind: 'callee' }
  /** Elsewhere it is written only by chosen accounts. */
  | { readonly kind: 'guarded elsewhere'; readonly by: Flow };

/** What in a contract's storage is privileged, and why; the strongest reason where there are several. */
export const privileges = once(({ flows }: ContractModel): ReadonlyMap<StorageItem, Privilege> => {
  const found = new Map<StorageItem, Privilege>();
  for (const flow of flows)
    for (const [item, by] of guardedWrites(flow)) found.set(item, { kind: 'guarded elsewhere', by });
  for (const flow of flows) for (const item of callees(flow)) found.set(item, { kind: 'callee' });
  for (const flow of flows)
    for (const [item, inverted] of guardItems(flow)) {
      const before = found.get(item);
      const keepsOut = inverted && (before?.kind !== 'guard' || before.keepsOut);
      found.set(item, { kind: 'guard', keepsOut });
    }
  return found;
});

/** Entry points that anybody may call and that may change something. */
export const isOpenEntry = ({ entry }: Flow): boolean =>
  entry.kind === 'external' || entry.kind === 'fallback';

const guardedWrites = once((flow: Flow): readonly (readonly [StorageItem, Flow])[] => {
  if (!isOpenEntry(flow)) return [];
  const writes = stepsOf(flow, 'write');
  // Those who run it have a short cut, and everybody else does the same on another way.
  const open = new Set(
    writes.filter((step) => isForAll(step) && isUnasked(flow, step)).map(({ action }) => action.item),
  );
  return writes
    .filter((step) => isAuthorised(flow, step) && !open.has(step.action.item))
    .filter((step) => !isUnaskedOf(flow, step, step.action.keys))
    .map((step) => [step.action.item, flow]);
});

const isForAll = ({ action }: StepOf<'write'>): boolean =>
  !action.keys.some((key) => hasOrigin(key, 'sender'));

const callees = once((flow: Flow): readonly StorageItem[] =>
  flow.steps.filter(isOutgoing).flatMap((step) => {
    const items = storageOrigins(addressOf(step));
    return step.action.kind === 'external' ? items : items.filter(({ kind }) => kind === 'VarDB');
  }),
);

/** What the sender is held against, and whether that keeps them out. Of each test one way is refused, so only what goes on counts. */
const guardItems = once((flow: Flow): readonly (readonly [StorageItem, boolean])[] =>
  stepsOf(flow, 'way').flatMap((way) =>
    way.action.facts
      .flatMap(guardsOf)
      .flatMap(({ kind, against, inverted, fact }): [StorageItem, boolean][] =>
        kind === 'authority' && against.kind === 'storage' && !(isOfText(fact) && isServedAnyway(way))
          ? [[against.item, inverted || isReverted(way)]]
          : [],
      ),
  ),
);

/** `entry[sender] != ''`: whether they have a record. */
const isOfText = (fact: Fact): boolean =>
  fact.kind === 'compare' && [fact.left, fact.right].some(({ constant }) => constant === '');

/** Those who have no record go on as well, to get one. */
const isServedAnyway = (way: Step): boolean =>
  way.previous.some(({ next }) =>
    next.some((other) => other !== way && !isReverted(other) && canReach(other, hasEffect) !== undefined),
  );

/** Writes by an entry point that anybody may call. */
export function openWrites(flow: Flow): StepOf<'write'>[] {
  return isOpenEntry(flow) ? flow.steps.filter((step) => isStep(step, 'write')) : [];
}
