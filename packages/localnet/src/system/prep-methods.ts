import { formatInteger, type JsonObject } from '@madang/icon';
import { accessDenied, Failure, invalidParameter } from '../world/failure.ts';
import { networkValue } from '../world/network-values.ts';
import type { NativeCall, NativeRun } from './native-call.ts';
import { prepAnswer, PREP_COUNT_ANSWER, prepShortAnswer, prepStatsAnswer, sumOf } from './prep-answers.ts';
import { BOND_REQUIREMENT, powerOf, prepsOf, PREP_COUNTS, type PRep } from './preps.ts';
import { REWARD_FUND } from './reward.ts';
import { totalStakeOf } from './stake.ts';
import { termAt, termSupplyOf } from './terms.ts';

const heightOf = ({ execution }: NativeCall): string => formatInteger(execution.block.height);

/** Methods of the system contract about P-Reps and terms. */
export const PREP_METHODS: Readonly<Record<string, NativeRun>> = {
  getPRep: (call) => prepAnswer(prepGiven(call, invalidInstance), call.execution.block.height),
  getPReps: listPReps,
  getMainPReps: (call) => listGrade(call, 0),
  getSubPReps: (call) => listGrade(call, 1),
  getBonderList(call) {
    prepGiven(call, invalidInstance);
    return { bonderList: [] };
  },
  getPRepTerm: describeTerm,
  getPRepStats(call) {
    onlyAsked(call);
    return { blockHeight: heightOf(call), preps: prepsOf(call.world).map(statsAt(call)) };
  },
  getPRepStatsOf(call) {
    onlyAsked(call);
    const prep = prepGiven(call, invalidParameter);
    return { blockHeight: heightOf(call), preps: [statsAt(call)(prep)] };
  },
  getPRepCountConfig: () => PREP_COUNT_ANSWER,
};

const invalidInstance = (message: string): Failure => new Failure(7, 'InvalidInstance', message);

function prepGiven({ world, given }: NativeCall, failure: (message: string) => Failure): PRep {
  const address = given.text('address');
  const prep = prepsOf(world).find((one) => one.address === address);
  if (prep === undefined) throw failure(`PRep not found: ${address}`);
  return prep;
}

/** Statistics are for clients, not for contracts: what a node counts is not the same on all of them. */
function onlyAsked({ execution }: NativeCall): void {
  if (execution.transaction !== null) throw accessDenied('NotAllowedInTransaction');
}

const statsAt =
  ({ execution }: NativeCall) =>
  (prep: PRep): JsonObject =>
    prepStatsAnswer(prep, execution.block.height);

function listPReps(call: NativeCall): JsonObject {
  const preps = prepsOf(call.world);
  const { start, end } = rankingGiven(call, preps.length);
  return {
    blockHeight: heightOf(call),
    preps: preps.slice(start - 1, end).map((prep) => prepAnswer(prep, call.execution.block.height)),
    startRanking: formatInteger(start),
    totalDelegated: sumOf(preps, ({ delegated }) => delegated),
    totalStake: formatInteger(totalStakeOf(call.world)),
  };
}

/** Both are given, or neither counts; 0 stands for the first and the last. */
function rankingGiven({ given }: NativeCall, count: number): { start: number; end: number } {
  const isGiven = given.has('startRanking') && given.has('endRanking');
  const [start, end] = isGiven
    ? [Number(given.integer('startRanking')), Number(given.integer('endRanking'))]
    : [0, 0];
  if (start < 0 || start > end || start > count)
    throw invalidParameter(`Failed to get PReps: start=${start} end=${end}`);
  return { start: start === 0 ? 1 : start, end: end === 0 || end > count ? count : end };
}

function listGrade(call: NativeCall, grade: PRep['grade']): JsonObject {
  const preps = prepsOf(call.world).filter((prep) => prep.grade === grade);
  return {
    blockHeight: heightOf(call),
    preps: preps.map(prepShortAnswer),
    totalDelegated: sumOf(preps, ({ delegated }) => delegated),
    totalPower: sumOf(preps, powerOf),
  };
}

function describeTerm(call: NativeCall): JsonObject {
  const { world, execution } = call;
  const { height } = execution.block;
  const term = termAt(world, height);
  const preps = prepsOf(world);
  return {
    blockHeight: heightOf(call),
    bondRequirement: formatInteger(BOND_REQUIREMENT),
    endBlockHeight: formatInteger(term.end),
    iissVersion: '0x4',
    isDecentralized: '0x1',
    mainPRepCount: formatInteger(PREP_COUNTS.main),
    minimumBond: '0x0',
    period: formatInteger(term.period),
    preps: preps.map((prep) => prepAnswer(prep, height)),
    revision: formatInteger(networkValue(world, 'revision')),
    rewardFund: REWARD_FUND,
    sequence: formatInteger(term.sequence),
    startBlockHeight: formatInteger(term.start),
    totalDelegated: sumOf(preps, ({ delegated }) => delegated),
    totalPower: sumOf(preps, powerOf),
    totalSupply: formatInteger(termSupplyOf(world)),
  };
}
