import { stepsOf, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Value } from '../flow/values.ts';

/** Whether a number is the length of the very list whose entries a loop walks here, so that there is one at least. */
export const isLengthOfWalked = (flow: Flow, { loops }: Step, count: Value): boolean =>
  loops.some(({ over }) => over !== undefined && isLengthOf(flow, count, over));

/** `for each in people`, `for i in range(len(people))` */
function isLengthOf(flow: Flow, count: Value, over: Value): boolean {
  const { reference, items = [] } = over;
  if (reference?.kind === 'builtin' && reference.name === 'range')
    return items.length === 1 && items[0]?.shape === count.shape;
  return stepsOf(flow, 'platform').some(
    ({ action: { name, args, result } }) =>
      name === 'len' && result.shape === count.shape && args[0]?.shape === over.shape,
  );
}
