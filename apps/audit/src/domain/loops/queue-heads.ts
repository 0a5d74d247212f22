import { changeOf } from '../access/ledger.ts';
import { stepsOf, type Flow } from '../flow/flow.ts';
import type { LoopFrame } from '../flow/steps.ts';
import type { Value } from '../flow/values.ts';

/**
 * Whether a value is what stands at the head of a queue, and each turn of the loop moves the head on. However few turns one run has, the
 * next run begins where this one stopped.
 */
export const isHeadOfQueue = (flow: Flow, loop: LoopFrame, { read }: Value): boolean =>
  read?.keys.some((key) => key.read?.item.kind === 'VarDB' && isMovedOn(flow, loop, key)) === true;

const isMovedOn = (flow: Flow, loop: LoopFrame, { read }: Value): boolean =>
  stepsOf(flow, 'write').some(
    (write) =>
      write.action.item === read?.item && write.loops.includes(loop) && changeOf(write)?.direction === 'up',
  );
