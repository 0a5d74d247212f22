import {
  currentVersion,
  nextVersion,
  type Contract,
  type ContractVersion,
} from '../src/domain/contract-history.ts';

/** A contract of the explorer in the form of `icx_getScoreStatus`, to be held against a node's own words. */
export function statusAsTheNodeSays(contract: Contract): Record<string, unknown> {
  const current = currentVersion(contract);
  const next = nextVersion(contract);
  return {
    ...(contract.owner === null ? {} : { owner: contract.owner }),
    ...(contract.blocked ? { blocked: '0x1' } : {}),
    ...(contract.disabled ? { disabled: '0x1' } : {}),
    ...(current === null ? {} : { current: versionOf(current) }),
    ...(next === null ? {} : { next: versionOf(next) }),
  };
}

function versionOf({
  status,
  language,
  codeHash,
  deployHash,
  auditHash,
}: ContractVersion): Record<string, unknown> {
  const code = { status, type: language, codeHash };
  // The system contract was never deployed, so the node names no transaction.
  if (language === 'system') return code;
  return { ...code, deployTxHash: deployHash, ...(auditHash === null ? {} : { auditTxHash: auditHash }) };
}
