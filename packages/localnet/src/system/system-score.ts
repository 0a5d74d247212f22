import { ADDRESS } from '@madang/icon';
import type { Execution } from '../execute/execution.ts';
import type { Message, Returned } from '../execute/message.ts';
import { accessDenied } from '../world/failure.ts';
import type { World } from '../world/world.ts';
import { callNative, type NativeContract } from './native-call.ts';
import { NETWORK_METHODS } from './network-methods.ts';
import { PREP_METHODS } from './prep-methods.ts';
import { SCORE_METHODS } from './score-methods.ts';
import { STAKE_METHODS } from './stake-methods.ts';
import { SYSTEM_METHODS } from './system-api.ts';

/** What only the governance contract may call, or one that it has named for it. */
const GOVERNED: ReadonlySet<string> = new Set([
  ...['acceptScore', 'rejectScore', 'blockScore', 'unblockScore', 'blockAccount', 'unblockAccount'],
  ...['setRevision', 'setStepPrice', 'setStepCost', 'setMaxStepLimit', 'setUseSystemDeposit'],
  ...['disqualifyPRep', 'penalizeNonvoters', 'setSlashingRates', 'setMinimumBond', 'setPRepCountConfig'],
  ...['validateRewardFund', 'setRewardFund', 'setRewardFundAllocation2'],
  ...['setNetworkScore', 'addTimer', 'removeTimer', 'openBTPNetwork', 'closeBTPNetwork'],
]);

const SYSTEM: NativeContract = {
  methods: SYSTEM_METHODS,
  runs: { ...STAKE_METHODS, ...PREP_METHODS, ...NETWORK_METHODS, ...SCORE_METHODS },
  admit({ name }, _world, from) {
    if (GOVERNED.has(name) && from !== ADDRESS.governance) throw accessDenied('NoPermission');
  },
};

/**
 * Calls a method of the system contract cx0…0: staking, burning, owners of contracts, and all reads about P-Reps, terms and the
 * network. Methods that change votes, bonds, P-Reps or BTP stand in its API, and fail. The coins of the message are with the
 * contract already. Throws a failure.
 */
export function callSystem(execution: Execution, world: World, message: Message): Returned {
  return callNative(SYSTEM, execution, world, message);
}
