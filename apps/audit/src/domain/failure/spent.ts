import { decidingItems } from '../access/behind-call.ts';
import type { Outgoing } from '../access/callee.ts';
import { changeOf } from '../access/ledger.ts';
import { lockItems } from '../access/locks.ts';
import { outflowOf } from '../access/outflow.ts';
import { isStep, stepsBefore, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, sameKeys } from '../flow/values.ts';
import { isTakenOff } from '../numbers/taken-off.ts';

/** A write in front of a call that takes away what the call is about: lowers it, empties it, marks it as done, reckons the next from now. */
export function spentBefore(
  contract: ContractModel,
  flow: Flow,
  call: Outgoing,
): StepOf<'write'> | undefined {
  const deciding = decidingItems(flow, call);
  const before = stepsBefore(call);
  return flow.steps.findLast((step): step is StepOf<'write'> => {
    if (
      !isStep(step, 'write') ||
      step.id > call.id ||
      !before.has(step) ||
      lockItems(contract).has(step.action.item)
    )
      return false;
    if (!deciding.has(step.action.item)) return false;
    const { value } = step.action;
    return (
      changeOf(step)?.direction === 'down' ||
      value === undefined ||
      value.constant !== undefined ||
      changeOf(step) === undefined ||
      isMovedOn(step, call) ||
      isNextDate(flow, step)
    );
  });
}

/** What the amount was reckoned from is moved up to now: `since[id] += seconds`, `paid[id] += due`. */
function isMovedOn({ action }: StepOf<'write'>, call: Outgoing): boolean {
  const amount = outflowOf(call)?.amount;
  return amount !== undefined && isTakenOff(action.item, amount);
}

/** `due[id] += month` behind `now >= due[id]`: the next time is far off. */
const isNextDate = (flow: Flow, { action: { item, keys } }: StepOf<'write'>): boolean =>
  flow.steps.some(
    (way) =>
      isStep(way, 'way') &&
      way.action.facts.some(
        (fact) =>
          fact.kind === 'compare' &&
          [fact.left, fact.right].some((side) => hasOrigin(side, 'block')) &&
          [fact.left, fact.right].some(({ read }) => read?.item === item && sameKeys(read.keys, keys)),
      ),
  );
