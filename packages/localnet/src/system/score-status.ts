import { ADDRESS, formatInteger, sha3, type JsonObject } from '@madang/icon';
import { contractAt, type Contract, type ContractVersion } from '../world/contracts.ts';
import { depositOf } from '../world/deposits.ts';
import type { World } from '../world/world.ts';

/** The system contract is no archive, and belongs to nobody. */
const SYSTEM_STATUS: JsonObject = {
  current: { codeHash: sha3(''), status: 'active', type: 'system' },
};

/** The answer of `icx_getScoreStatus`, members in the node's order; null for what is no contract. */
export function scoreStatusOf(world: World, address: string): JsonObject | null {
  if (address === ADDRESS.system) return SYSTEM_STATUS;
  const contract = contractAt(world, address);
  if (contract === null) return null;
  const { blocked, current, disabled, next, owner } = contract;
  return {
    ...(blocked === true && { blocked: '0x1' }),
    ...(current !== undefined && { current: versionAnswer(current) }),
    ...depositAnswer(world, address),
    ...(disabled === true && { disabled: '0x1' }),
    ...(next !== undefined && { next: versionAnswer(next) }),
    owner,
  };
}

function versionAnswer({ auditTxHash, codeHash, deployTxHash, status, type }: ContractVersion): JsonObject {
  return { ...(auditTxHash !== undefined && { auditTxHash }), codeHash, deployTxHash, status, type };
}

/** The answer of the system contract's own method, which tells less, and flags also where they are not set. */
export function briefStatusOf(world: World, address: string, contract: Contract): JsonObject {
  const { blocked, current, disabled, next, owner } = contract;
  const flag = (isSet: boolean | undefined): string => (isSet === true ? '0x1' : '0x0');
  return {
    blocked: flag(blocked),
    ...(current !== undefined && { current: briefVersion(current) }),
    ...depositAnswer(world, address),
    disabled: flag(disabled),
    ...(next !== undefined && { next: { deployTxHash: next.deployTxHash, status: next.status } }),
    owner,
  };
}

const briefVersion = ({ auditTxHash = '0x', deployTxHash, status }: ContractVersion): JsonObject => ({
  auditTxHash,
  deployTxHash,
  status,
});

function depositAnswer(world: World, address: string): JsonObject {
  const deposit = depositOf(world, address);
  if (deposit === 0n) return {};
  const amount = formatInteger(deposit);
  return {
    depositInfo: {
      availableDeposit: amount,
      availableVirtualStep: '0x0',
      deposits: [{ depositRemain: amount }],
    },
  };
}
