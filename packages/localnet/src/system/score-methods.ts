import { isContract, type JsonObject } from '@madang/icon';
import { contractAt, setContract, type Contract } from '../world/contracts.ts';
import { accessDenied, invalidParameter, reverted } from '../world/failure.ts';
import { blockedScores, isBlocked } from './blocked-scores.ts';
import type { NativeCall, NativeRun } from './native-call.ts';
import { briefStatusOf } from './score-status.ts';

/** Methods of the system contract about other contracts. */
export const SCORE_METHODS: Readonly<Record<string, NativeRun>> = {
  getScoreOwner({ world, given }) {
    const contract = contractAt(world, given.text('score'));
    if (contract === null) throw invalidParameter('Score not found');
    return contract.owner;
  },
  setScoreOwner,
  disableScore: (call) => setDisabled(call, true),
  enableScore: (call) => setDisabled(call, false),
  getScoreStatus: describeScore,
  getBlockedScores: ({ world }) => blockedScores(world),
  isBlocked: ({ world, given }) => isBlocked(world, given.text('address')),
  getUseSystemDeposit: () => false,
};

/** Codes with which the system contract stops on purpose. */
const ILLEGAL_ARGUMENT = 1;
const NOT_FOUND = 2;

function setScoreOwner({ world, from, given }: NativeCall): void {
  const score = given.text('score');
  const contract = contractAt(world, score);
  if (contract === null) throw reverted('Score not found', ILLEGAL_ARGUMENT);
  if (contract.owner !== from) throw accessDenied('Invalid owner');
  if (contract.blocked === true) throw accessDenied('Blocked score');
  if (contract.disabled === true) throw accessDenied('Disabled score');
  setContract(world, score, { ...contract, owner: given.text('owner') });
}

function setDisabled({ world, from, given }: NativeCall, disabled: boolean): void {
  const address = given.text('address');
  const contract = contractAt(world, address);
  if (contract === null) throw reverted('NoContract', NOT_FOUND);
  if (contract.owner !== from) throw accessDenied('NotContractOwner');
  const { disabled: _, ...enabled } = contract;
  const changed: Contract = disabled ? { ...enabled, disabled } : enabled;
  setContract(world, address, changed);
}

function describeScore({ world, given }: NativeCall): JsonObject {
  const address = given.text('address');
  if (!isContract(address)) throw reverted('address must be contract', ILLEGAL_ARGUMENT);
  const contract = contractAt(world, address);
  if (contract === null) throw reverted('ContractNotFound', NOT_FOUND);
  return briefStatusOf(world, address, contract);
}
