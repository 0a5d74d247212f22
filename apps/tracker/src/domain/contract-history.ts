/** What a contract is written in; `system` is the node's own. Null where the chain does not tell. */
export type Language = 'python' | 'java' | 'system';

/**
 * `superseded`: a newer one came while it waited. `retired`: was active until a newer one was. The others are the node's words.
 */
export type VersionStatus = 'active' | 'pending' | 'rejected' | 'superseded' | 'retired';

export type ContractStatus = 'active' | 'pending' | 'rejected' | 'blocked' | 'disabled' | 'unknown';

/** One code of a contract, named by the transaction that brought it. */
export interface ContractVersion {
  readonly deployHash: string;
  readonly height: number;
  readonly language: Language | null;
  readonly status: VersionStatus;
  /** The transaction that accepted or rejected it; that of the deploy when none was needed. */
  readonly auditHash: string | null;
  /** SHA3-256 of the archive. */
  readonly codeHash: string | null;
}

/** A contract as its transactions left it, oldest version first. */
export interface Contract {
  readonly address: string;
  readonly firstHeight: number;
  readonly owner: string | null;
  readonly language: Language | null;
  readonly blocked: boolean;
  readonly disabled: boolean;
  readonly versions: readonly ContractVersion[];
}

/** A contract before its first version. */
export function newContract(address: string, firstHeight: number): Contract {
  return {
    address,
    firstHeight,
    owner: null,
    language: null,
    blocked: false,
    disabled: false,
    versions: [],
  };
}

/** A new version that was sent. It waits when an audit is asked for, else it is active at once (icon reference §3.6). */
export function withDeploy(
  contract: Contract,
  version: Pick<ContractVersion, 'deployHash' | 'height' | 'language' | 'codeHash'>,
  audited: boolean,
): Contract {
  const { deployHash, language } = version;
  if (audited) {
    const waiting: ContractVersion = { ...version, status: 'pending', auditHash: null };
    const versions = [...contract.versions.map(superseded), waiting];
    return { ...contract, language: contract.language ?? language, versions };
  }
  const active: ContractVersion = { ...version, status: 'active', auditHash: deployHash };
  return { ...contract, language, versions: [...contract.versions.map(retired), active] };
}

/** The version that this deploy brought, accepted by an auditor; unchanged when it does not wait. */
export function withAccepted(contract: Contract, deployHash: string, auditHash: string): Contract {
  const accepted = contract.versions.find(
    (version) => version.deployHash === deployHash && version.status === 'pending',
  );
  if (accepted === undefined) return contract;
  const versions = contract.versions.map((version) =>
    version === accepted ? { ...version, status: 'active' as const, auditHash } : retired(version),
  );
  return { ...contract, language: accepted.language, versions };
}

/** The version that this deploy brought, rejected by an auditor; unchanged when it does not wait. */
export function withRejected(contract: Contract, deployHash: string, auditHash: string): Contract {
  const versions = contract.versions.map((version) =>
    version.deployHash === deployHash && version.status === 'pending'
      ? { ...version, status: 'rejected' as const, auditHash }
      : version,
  );
  return { ...contract, versions };
}

/** The version whose methods can be called. */
export function currentVersion({ versions }: Contract): ContractVersion | null {
  return versions.findLast(({ status }) => status === 'active') ?? null;
}

/** The version that waits or was rejected last, after the current one: what the node calls `next`. */
export function nextVersion({ versions }: Contract): ContractVersion | null {
  const last = versions.at(-1);
  return last?.status === 'pending' || last?.status === 'rejected' ? last : null;
}

/** The one word for a contract's state. */
export function statusOf(contract: Contract): ContractStatus {
  if (contract.blocked) return 'blocked';
  if (contract.disabled) return 'disabled';
  if (currentVersion(contract) !== null) return 'active';
  const next = nextVersion(contract)?.status;
  return next === 'pending' || next === 'rejected' ? next : 'unknown';
}

function superseded(version: ContractVersion): ContractVersion {
  return version.status === 'pending' ? { ...version, status: 'superseded' } : version;
}

function retired(version: ContractVersion): ContractVersion {
  return version.status === 'active' ? { ...version, status: 'retired' } : version;
}
