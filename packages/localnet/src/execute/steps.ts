import { outOfStep } from '../world/failure.ts';

/** What is charged for, with the node's names. */
export type StepType =
  | 'apiCall'
  | 'contractCall'
  | 'contractCreate'
  | 'contractSet'
  | 'contractUpdate'
  | 'default'
  | 'delete'
  | 'deleteBase'
  | 'get'
  | 'getBase'
  | 'input'
  | 'log'
  | 'logBase'
  | 'replace'
  | 'set'
  | 'setBase';

/** Steps of each kind, as on a goloop node of revision 23 (the genesis of the recorded chain). Some are given back. */
export const STEP_COSTS: Readonly<Record<StepType, number>> = {
  apiCall: 10_000,
  contractCall: 25_000,
  contractCreate: 1_000_000_000,
  contractSet: 15_000,
  contractUpdate: 1_000_000_000,
  default: 100_000,
  delete: -240,
  deleteBase: 200,
  get: 25,
  getBase: 3_000,
  input: 200,
  log: 100,
  logBase: 5_000,
  replace: 80,
  set: 320,
  setBase: 10_000,
};

/** Steps for so much of a kind. */
export const costOf = (type: StepType, count: number): number => STEP_COSTS[type] * count;

/** Steps of one execution: those of calls within it count, also of those that failed. */
export interface StepMeter {
  used(): number;
  /** Steps that are left. */
  left(): number;
  /** Throws OutOfStep, when all that there were are used. */
  spend(type: StepType, count?: number): void;
}

/** @param limit steps at most */
export function createStepMeter(limit: number): StepMeter {
  let used = 0;
  return {
    used: () => used,
    left: () => limit - used,
    spend(type, count = 1) {
      const cost = costOf(type, count);
      if (used + cost > limit) {
        used = limit;
        throw outOfStep();
      }
      used += cost;
    },
  };
}
