import {
  ADDRESS,
  isAddress,
  isContract,
  isHash,
  isObject,
  type EventLog,
  type JsonObject,
  type Receipt,
  type Transaction,
} from '@madang/icon';
import { codeHashOf, languageOf } from './contract-code.ts';
import { withAccepted, withRejected, type Contract, type Language } from './contract-history.ts';

/** What a transaction did to a contract. Auditors name a version by the transaction that sent it. */
export type ContractChange =
  | {
      readonly kind: 'deploy';
      readonly address: string;
      readonly owner: string | null;
      readonly language: Language | null;
      readonly codeHash: string | null;
    }
  | { readonly kind: 'accept' | 'reject'; readonly deployHash: string }
  | { readonly kind: 'block' | 'unblock' | 'disable' | 'enable'; readonly address: string }
  | { readonly kind: 'owner'; readonly address: string; readonly owner: string };

/**
 * What a transaction did to contracts, as far as transactions and logs tell: deploys, verdicts of auditors (called by them, or
 * told by a log of the governance contract when another contract called it), blocking, and new owners. A call from one contract to
 * another leaves no other trace (icon reference §3.5, §3.6).
 */
export function contractChanges(transaction: Transaction, receipt: Receipt): readonly ContractChange[] {
  if (receipt.status !== 'success') return [];
  const own = transaction.kind === 'deploy' ? deploy(transaction, receipt) : call(transaction);
  return [...(own === null ? [] : [own]), ...receipt.logs.flatMap(verdict)];
}

function deploy({ data, from }: Transaction, { scoreAddress }: Receipt): ContractChange | null {
  if (scoreAddress === null || !isObject(data)) return null;
  return {
    kind: 'deploy',
    address: scoreAddress,
    owner: from,
    language: languageOf(data['contentType']),
    codeHash: codeHashOf(data['content']),
  };
}

function call({ kind, to, method, data }: Transaction): ContractChange | null {
  if (kind !== 'call' || method === null || !isObject(data)) return null;
  if (to !== ADDRESS.governance && to !== ADDRESS.system) return null;
  const params = isObject(data['params']) ? data['params'] : {};
  return verdictCall(method, params) ?? flagCall(method, params) ?? ownerCall(method, params);
}

function verdictCall(method: string, { txHash }: JsonObject): ContractChange | null {
  if (method !== 'acceptScore' && method !== 'rejectScore') return null;
  if (typeof txHash !== 'string' || !isHash(txHash)) return null;
  return { kind: method === 'acceptScore' ? 'accept' : 'reject', deployHash: txHash };
}

const FLAG_METHODS = {
  blockScore: 'block',
  unblockScore: 'unblock',
  disableScore: 'disable',
  enableScore: 'enable',
} as const;

function flagCall(method: string, { address }: JsonObject): ContractChange | null {
  if (!Object.hasOwn(FLAG_METHODS, method) || !isContractAddress(address)) return null;
  return { kind: FLAG_METHODS[method as keyof typeof FLAG_METHODS], address };
}

function ownerCall(method: string, { score, owner }: JsonObject): ContractChange | null {
  if (method !== 'setScoreOwner' || !isContractAddress(score)) return null;
  return typeof owner === 'string' && isAddress(owner) ? { kind: 'owner', address: score, owner } : null;
}

function isContractAddress(value: unknown): value is string {
  return typeof value === 'string' && isAddress(value) && isContract(value);
}

const VERDICTS: ReadonlyMap<string, 'accept' | 'reject'> = new Map([
  ['Accepted(str)', 'accept'],
  ['Accepted(bytes)', 'accept'],
  ['Rejected(str,str)', 'reject'],
  ['Rejected(bytes,str)', 'reject'],
]);

function verdict({ address, indexed, data }: EventLog): readonly ContractChange[] {
  const [signature, ...values] = [...indexed, ...data];
  const kind = address === ADDRESS.governance ? VERDICTS.get(signature ?? '') : undefined;
  const deployHash = values[0];
  if (kind === undefined || typeof deployHash !== 'string' || !isHash(deployHash)) return [];
  return [{ kind, deployHash }];
}

/** The contract after a change that is no deploy, which happened in this transaction. */
export function withChange(
  contract: Contract,
  change: Exclude<ContractChange, { kind: 'deploy' }>,
  transactionHash: string,
): Contract {
  switch (change.kind) {
    case 'accept':
      return withAccepted(contract, change.deployHash, transactionHash);
    case 'reject':
      return withRejected(contract, change.deployHash, transactionHash);
    case 'owner':
      return { ...contract, owner: change.owner };
    case 'block':
    case 'unblock':
      return { ...contract, blocked: change.kind === 'block' };
    case 'disable':
    case 'enable':
      return { ...contract, disabled: change.kind === 'disable' };
  }
}
