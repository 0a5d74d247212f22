import { dominators } from '../flow/dominance.ts';
import { isStep, stepsBefore, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import { spread } from '../flow/spread.ts';
import { isSamePlace, type Value } from '../flow/values.ts';
import { once } from '../once.ts';
import { isOutgoing } from './callee.ts';

type Write = StepOf<'write'>;

/**
 * Writes of which nothing is left when the call ends: what stood there first was remembered, and is put back on every way to the end,
 * while nobody outside is told anything in between. With them the writes that put it back.
 */
export const undoneWrites = once((flow: Flow): ReadonlySet<Write> => {
  const writes = stepsOf(flow, 'write');
  const backs = writes.filter((write) => putsBackFirst(flow, write));
  return new Set(writes.filter((write) => backs.includes(write) || isUndone(flow, write, backs)));
});

/** What was read there before anything was written there. */
function putsBackFirst(flow: Flow, back: Write): boolean {
  const { value } = back.action;
  if (value === undefined) return false;
  return dominators(flow, back).some(
    (read) =>
      isStep(read, 'read') &&
      isReadOf(read, value) &&
      isSamePlace(read.action, back.action) &&
      ![...stepsBefore(read)].some((step) => isStep(step, 'write') && step.action.item === back.action.item),
  );
}

const isReadOf = ({ action }: StepOf<'read'>, value: Value): boolean =>
  action.value === value && (action.how === 'get' || action.how === 'item');

function isUndone(flow: Flow, write: Write, backs: readonly Write[]): boolean {
  const behind = backs.filter((back) => isSamePlace(write.action, back.action));
  if (behind.length === 0) return false;
  const between = spread([write], 'next', (step) => behind.some((back) => back === step));
  return !flow.steps.some((step) => between.has(step) && (isStep(step, 'exit') || isOutgoing(step)));
}
