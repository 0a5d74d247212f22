import { dominators, factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { isAuthorised } from './authority.ts';
import { writesBehind } from './behind-call.ts';
import { takesOver, type Outgoing } from './callee.ts';
import { isForFew } from './few.ts';
import { lockItems } from './locks.ts';
import { isOpenEntry } from './privileged.ts';
import { isReadAnew } from './reentrancy.ts';

/** A sum that is written behind a call out of what was read before it, and an entry point that changes it in between. */
export interface Overwritten {
  readonly write: StepOf<'write'>;
  readonly by: Flow;
}

/**
 * A lock keeps whoever is called from coming back here, but not from going to an entry point that does not ask for it: what that one
 * writes is lost when the remembered sum is written back.
 */
export function overwritten(contract: ContractModel, flow: Flow, call: Outgoing): Overwritten | undefined {
  if (!takesOver(call) || isForFew(contract, flow, call)) return undefined;
  const locks = locksAround(contract, flow, call);
  if (locks.size === 0) return undefined;
  for (const write of writesBehind(flow, call)) {
    if (!isRemembered(flow, call, write)) continue;
    const by = contract.flows.find((other) => other !== flow && changesFreely(other, write, locks));
    if (by !== undefined) return { write, by };
  }
  return undefined;
}

/** Locks that are held at a step. */
function locksAround(contract: ContractModel, flow: Flow, step: Step): ReadonlySet<StorageItem> {
  const locks = lockItems(contract);
  return new Set(
    dominators(flow, step).flatMap((above) =>
      isStep(above, 'write') && locks.has(above.action.item) ? [above.action.item] : [],
    ),
  );
}

/** Made of the plain sum that was read before the call, and was not read again behind it. */
function isRemembered(flow: Flow, call: Outgoing, write: StepOf<'write'>): boolean {
  const { item, value } = write.action;
  if (item.kind !== 'VarDB' || value?.made === undefined || !storageOrigins(value).includes(item))
    return false;
  return (
    !isReadAnew(flow, call, write) &&
    stepsOf(flow, 'read').some((read) => read.id < call.id && isPartOf(read.action.value, value))
  );
}

/** `remembered + fee`: what was read is one of those that were added up. */
const isPartOf = (part: Value | undefined, { made }: Value): boolean =>
  part !== undefined &&
  made !== undefined &&
  [made.left, made.right].some((side) => side.shape === part.shape || isPartOf(part, side));

/** Anybody comes to it, and none of the locks is asked for on the way. */
const changesFreely = (other: Flow, { action }: StepOf<'write'>, locks: ReadonlySet<StorageItem>): boolean =>
  isOpenEntry(other) &&
  stepsOf(other, 'write').some(
    (step) =>
      step.action.item === action.item &&
      !isAuthorised(other, step) &&
      !factsAt(other, step)
        .flatMap(valuesOf)
        .some((value) => storageOrigins(value).some((item) => locks.has(item))),
  );
