import { ADDRESS, contractAddress, isObject, sha3 } from '@madang/icon';
import { decodeParameters } from '../scores/parameters.ts';
import type { Score } from '../scores/score.ts';
import {
  contractAt,
  deployedBy,
  rememberCode,
  setContract,
  setDeployed,
  type Contract,
  type ContractVersion,
} from '../world/contracts.ts';
import { accessDenied, contractNotFound, invalidParameter } from '../world/failure.ts';
import { layerOver, type World } from '../world/world.ts';
import type { Execution } from './execution.ts';
import { createSelf } from './self.ts';
import type { SentTransaction } from './sent-transaction.ts';

const PYTHON = 'application/zip';
const JAVA = 'application/java';

/**
 * Installs a contract, or updates one that its owner names, and gives its address. With audit a Python contract waits for it
 * (icon.md: deploy and update, audit flow). Code that cannot be run here is kept all the same.
 */
export function deploy(
  execution: Execution,
  world: World,
  transaction: SentTransaction,
  auditEnabled: boolean,
): string {
  const { from, to, hash, value, data } = transaction;
  if (value > 0n) throw invalidParameter('ValueInDeploy');
  const { type, content, params } = archiveIn(data);
  const install = to === ADDRESS.system;
  execution.meter.spend(install ? 'contractCreate' : 'contractUpdate');
  execution.meter.spend('contractSet', content.length);
  const address = install ? contractAddress(transaction) : to;
  const known = contractAt(world, address);
  if (install && known !== null) throw invalidParameter(`ContractExists(addr=${address})`);
  if (!install && known === null) throw contractNotFound('NotAContractAccount');
  if (known !== null && known.owner !== from) throw accessDenied('NotOwner');
  const next: ContractVersion = { status: 'pending', deployTxHash: hash, type, codeHash: sha3(content) };
  setContract(world, address, { ...(known ?? { owner: from }), next, nextParams: params });
  setDeployed(world, hash, address);
  rememberCode(world, next.codeHash, hash);
  if (!auditEnabled || type === 'java') accept(execution, world, { deployTxHash: hash, auditTxHash: hash });
  return address;
}

function archiveIn(data: unknown): { type: 'python' | 'java'; content: Buffer; params: unknown } {
  const { contentType, content, params } = isObject(data) ? data : {};
  if (contentType !== PYTHON && contentType !== JAVA) throw invalidParameter('InvalidContentType');
  if (typeof content !== 'string' || !/^0x(?:[0-9a-f]{2})+$/.test(content))
    throw invalidParameter('InvalidContent');
  return {
    type: contentType === PYTHON ? 'python' : 'java',
    content: Buffer.from(content.slice(2), 'hex'),
    params,
  };
}

/** The deploy that an audit is about, and the transaction that decides. */
export interface Audit {
  readonly deployTxHash: string;
  readonly auditTxHash: string;
}

/**
 * Makes a version that waits the one that runs, once its installation was done in the owner's name. When that fails it goes on
 * waiting. Throws ContractNotFound for a deploy that was replaced, rejected or accepted already.
 */
export function accept(execution: Execution, world: World, audit: Audit): void {
  const { address, contract, next } = waiting(world, audit.deployTxHash);
  const { nextParams, next: _, ...rest } = contract;
  const accepted: Contract = {
    ...rest,
    current: { ...next, status: 'active', auditTxHash: audit.auditTxHash },
  };
  const attempt = layerOver(world);
  setContract(attempt, address, accepted);
  const score = execution.scoreOf(next.codeHash);
  if (score !== undefined) install(execution, attempt, { address, contract, score, params: nextParams });
  attempt.commit();
}

/** Decides against a version that waits. */
export function reject(world: World, audit: Audit): void {
  const { address, contract, next } = waiting(world, audit.deployTxHash);
  setContract(world, address, {
    ...contract,
    next: { ...next, status: 'rejected', auditTxHash: audit.auditTxHash },
  });
}

function waiting(
  world: World,
  deployTxHash: string,
): { address: string; contract: Contract; next: ContractVersion } {
  const address = deployedBy(world, deployTxHash);
  const contract = address === null ? null : contractAt(world, address);
  const next = contract?.next;
  if (
    address === null ||
    contract === null ||
    next?.status !== 'pending' ||
    next.deployTxHash !== deployTxHash
  )
    throw contractNotFound(`NoPendingDeploy(txhash=${deployTxHash})`);
  return { address, contract, next };
}

interface Installation {
  readonly address: string;
  /** As it was before. */
  readonly contract: Contract;
  readonly score: Score;
  readonly params: unknown;
}

function install(
  execution: Execution,
  world: World,
  { address, contract, score, params }: Installation,
): void {
  const { owner, current } = contract;
  const method = current === undefined ? score.install : score.update;
  const trace = execution.tracer?.enter();
  trace?.say(`INVOKE start score=${address} method=${current === undefined ? 'on_install' : 'on_update'}`);
  const values = decodeParameters(method.inputs, params);
  const message = {
    from: owner,
    to: address,
    value: 0n,
    method: null,
    params: { kind: 'ordered', values: [] },
    depth: 1,
  } as const;
  method.run(createSelf({ execution, world, message, score, owner, method: {}, trace }), ...values);
}
