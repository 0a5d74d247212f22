import { stepsAfter, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { hasOrigin, sameKeys, type Value } from '../flow/values.ts';
import { outflowOf } from './outflow.ts';

/**
 * A sum that is due is set to nothing as it is paid out to the one who is on record: whoever calls pushes it on and gets nothing of
 * it. Who may put that one on record is a question of its own.
 */
export function isPaidOut(flow: Flow, step: StepOf<'write'>): boolean {
  const { item, keys, value } = step.action;
  if (value !== undefined && value.constant !== 0n) return false;
  const after = stepsAfter(step);
  return [...stepsOf(flow, 'transfer'), ...stepsOf(flow, 'external')].some((paying) => {
    const outflow = outflowOf(paying);
    const { read } = outflow?.amount ?? {};
    return (
      outflow !== undefined &&
      read?.item === item &&
      sameKeys(read.keys, keys) &&
      (after.has(paying) || stepsAfter(paying).has(step)) &&
      isOnRecord(outflow.to)
    );
  });
}

/** The owner, or an address that is kept and not looked up under what the caller names. */
const isOnRecord = (to: Value | undefined): boolean =>
  to !== undefined &&
  (to.read?.how === 'get' || hasOrigin(to, 'owner')) &&
  !hasOrigin(to, 'parameter', 'sender', 'tx origin', 'call', 'json');
