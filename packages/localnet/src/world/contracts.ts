import type { World } from './world.ts';

/** One version of a contract's code, with the names of `icx_getScoreStatus`. */
export interface ContractVersion {
  readonly status: 'active' | 'inactive' | 'pending' | 'rejected';
  readonly deployTxHash: string;
  readonly auditTxHash?: string;
  readonly type: 'python' | 'java' | 'system';
  readonly codeHash: string;
}

/** A contract as the state has it. */
export interface Contract {
  readonly owner: string;
  readonly blocked?: true;
  readonly disabled?: true;
  readonly current?: ContractVersion;
  readonly next?: ContractVersion;
  /** Parameters of the next version's installation, until it is accepted. */
  readonly nextParams?: unknown;
}

const contractKey = (address: string): string => `contract/${address}`;
const deployKey = (transactionHash: string): string => `deploy/${transactionHash}`;

export function contractAt(world: World, address: string): Contract | null {
  const text = world.get(contractKey(address));
  return text === null ? null : (JSON.parse(text) as Contract);
}

export function setContract(world: World, address: string, contract: Contract): void {
  world.set(contractKey(address), JSON.stringify(contract));
}

/** Remembers which contract a transaction deployed, for the audit that follows. */
export function setDeployed(world: World, transactionHash: string, address: string): void {
  world.set(deployKey(transactionHash), address);
}

export function deployedBy(world: World, transactionHash: string): string | null {
  return world.get(deployKey(transactionHash));
}

const codeKey = (codeHash: string): string => `code/${codeHash}`;

/** Remembers which transaction first brought an archive, where it can be found again. */
export function rememberCode(world: World, codeHash: string, transactionHash: string): void {
  if (world.get(codeKey(codeHash)) === null) world.set(codeKey(codeHash), transactionHash);
}

export function transactionWithCode(world: Pick<World, 'get'>, codeHash: string): string | null {
  return world.get(codeKey(codeHash));
}
