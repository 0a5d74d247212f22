import { ADDRESS, formatInteger, type JsonObject } from '@madang/icon';
import { STEP_COSTS, type StepType } from '../execute/steps.ts';
import { networkValue, type NetworkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';
import { SERVICE } from './foundation.ts';
import type { NativeCall, NativeRun } from './native-call.ts';
import { sumOf } from './prep-answers.ts';
import { BOND_REQUIREMENT, powerOf, prepsOf, PREP_COUNTS } from './preps.ts';
import { REWARD_FUND } from './reward.ts';
import { totalStakeOf } from './stake.ts';
import { termAt } from './terms.ts';

/** Methods of the system contract that tell what holds for the whole network. */
export const NETWORK_METHODS: Readonly<Record<string, NativeRun>> = {
  getRevision: ({ world }) => networkValue(world, 'revision'),
  getStepPrice: ({ world }) => networkValue(world, 'stepPrice'),
  getStepCost: ({ given }) => stepCost(given.text('type')),
  getStepCosts: () => STEP_COST_ANSWER,
  getMaxStepLimit: ({ world, given }) => stepLimit(world, given.text('contextType')),
  getServiceConfig: ({ world }) => networkValue(world, 'serviceConfig'),
  getFeeSharingConfig: ({ world }) => ({
    depositIssueRate: '0x8',
    depositTerm: '0x0',
    feeSharingEnabled: networkValue(world, 'serviceConfig') & SERVICE.feeSharing ? '0x1' : '0x0',
  }),
  getNetworkInfo: ({ world }) => describeNetwork(world),
  getIISSInfo: describeIncentives,
  getNetworkScores: () => ({ governance: ADDRESS.governance }),
  getMinimumBond: () => 0n,
  // Of 10,000: all that is bonded when P-Reps vote one out, and nothing else.
  getSlashingRates: () => ({
    accumulatedValidationFailure: '0x0',
    doubleSign: '0x0',
    missedNetworkProposalVote: '0x0',
    prepDisqualification: '0x2710',
    validationFailure: '0x0',
  }),
};

const isStepType = (type: string): type is StepType => Object.hasOwn(STEP_COSTS, type);

const stepCost = (type: string): bigint => (isStepType(type) ? BigInt(STEP_COSTS[type]) : 0n);

const STEP_COST_ANSWER: JsonObject = Object.fromEntries(
  Object.entries(STEP_COSTS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, cost]) => [type, formatInteger(cost)]),
);

function stepLimit(world: World, contextType: string): bigint {
  if (contextType === 'invoke') return networkValue(world, 'invokeLimit');
  return contextType === 'query' ? networkValue(world, 'queryLimit') : 0n;
}

function describeNetwork(world: World): JsonObject {
  const preps = prepsOf(world);
  const value = (name: NetworkValue): string => formatInteger(networkValue(world, name));
  return {
    bondRequirement: formatInteger(BOND_REQUIREMENT),
    consistentValidationPenaltyCondition: '0x5',
    consistentValidationPenaltyMask: '0x1e',
    delegationSlotMax: '0x64',
    extraMainPRepCount: '0x0',
    iissVersion: '0x4',
    lockMaxMultiplier: value('lockMaxMultiplier'),
    lockMinMultiplier: value('lockMinMultiplier'),
    mainPRepCount: formatInteger(PREP_COUNTS.main),
    minimumBond: '0x0',
    preps: formatInteger(preps.length),
    rewardFund: REWARD_FUND,
    subPRepCount: formatInteger(PREP_COUNTS.sub),
    termPeriod: value('termPeriod'),
    totalBonded: sumOf(preps, ({ bonded }) => bonded),
    totalDelegated: sumOf(preps, ({ delegated }) => delegated),
    totalPower: sumOf(preps, powerOf),
    totalStake: formatInteger(totalStakeOf(world)),
    unbondingMax: '0x64',
    unbondingPeriodMultiplier: '0x7',
    unstakeSlotMax: value('unstakeSlotMax'),
    validationPenaltyCondition: '0x294',
  };
}

function describeIncentives({ world, execution }: NativeCall): JsonObject {
  const { height } = execution.block;
  const { sequence, start, end, period } = termAt(world, height);
  const calculated = sequence === 0 ? { from: 0, to: -1 } : { from: start - period, to: start - 1 };
  return {
    blockHeight: formatInteger(height),
    nextCalculation: formatInteger(end + 1),
    nextPRepTerm: formatInteger(end + 1),
    rcResult: {
      endBlockHeight: formatInteger(calculated.to),
      estimatedICX: '0x0',
      iscore: '0x0',
      startBlockHeight: formatInteger(calculated.from),
      stateHash: '0x',
    },
    variable: REWARD_FUND,
  };
}
