import { ADDRESS, contractAddress, isObject, sha3 } from '@madang/icon';
import { apiOf } from '../scores/api.ts';
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
import { accessDenied, contractNotFound, invalidParameter, type Failure } from '../world/failure.ts';
import { layerOver, type World } from '../world/world.ts';
import type { Execution } from './execution.ts';
import { addingSteps, inFrame, spendSteps, telling } from './frame.ts';
import { NO_PARAMS, type Returned } from './message.ts';
import { runCode } from './run.ts';
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
  const story = {
    what: 'DEPLOY',
    start: `to=${transaction.to}`,
    done: (address: string) => `status=Success score=${address}`,
    failed: (failure: Failure) => `status=${failure.thrownText}`,
  };
  return inFrame(execution, () =>
    telling(execution, story, () => place(execution, world, transaction, auditEnabled)),
  );
}

function place(
  execution: Execution,
  world: World,
  transaction: SentTransaction,
  auditEnabled: boolean,
): string {
  const { from, to, hash, value, data } = transaction;
  if (value > 0n) throw invalidParameter('ValueInDeploy');
  const { type, content, params } = archiveIn(data);
  const install = to === ADDRESS.system;
  spendSteps(execution, install ? 'contractCreate' : 'contractUpdate');
  spendSteps(execution, 'contractSet', content.length);
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
  const story = {
    what: 'ACCEPT',
    start: `txhash=${audit.deployTxHash} audit=${audit.auditTxHash}`,
    done: () => 'status=SUCCESS',
    failed: (failure: Failure) => `status=${failure.thrownText}`,
  };
  addingSteps(execution, () =>
    inFrame(execution, () => telling(execution, story, () => activate(execution, world, audit))),
  );
}

function activate(execution: Execution, world: World, audit: Audit): void {
  const { address, contract, next } = waiting(world, audit.deployTxHash);
  const { nextParams, next: _, ...rest } = contract;
  const accepted: Contract = {
    ...rest,
    current: { ...next, status: 'active', auditTxHash: audit.auditTxHash },
  };
  const attempt = layerOver(world);
  setContract(attempt, address, accepted);
  const score = execution.scoreOf(next.codeHash);
  tellApi(execution, next.codeHash, score);
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

/** A node asks the code of a contract for its API before it is installed. That of code which is not run here stays unknown. */
function tellApi(execution: Execution, codeHash: string, score: Score | undefined): void {
  const { tracer } = execution;
  if (tracer === undefined) return;
  inFrame(execution, () =>
    addingSteps(execution, () => {
      tracer.say(`GETAPI start code=<${codeHash.slice(2)}>`);
      const api = score === undefined ? [] : apiOf(score);
      tracer.say(`GETAPI done status=Success info=${JSON.stringify(api)}`);
    }),
  );
}

function install(
  execution: Execution,
  world: World,
  { address, contract, score, params }: Installation,
): void {
  const { owner, current } = contract;
  const [name, method] = current === undefined ? ['on_install', score.install] : ['on_update', score.update];
  const values = decodeParameters(method.inputs, params);
  const message = { from: owner, to: address, value: 0n, method: null, params: NO_PARAMS, depth: 1 };
  const self = createSelf({ execution, world, message, score, owner, method: {} });
  const run = (): Returned => ({ value: method.run(self, ...values) ?? null, type: undefined });
  addingSteps(execution, () =>
    inFrame(execution, () => {
      execution.tracer?.say(`INVOKE start score=${address} method=${name}`);
      runCode(execution, { isPython: true, run });
    }),
  );
}
