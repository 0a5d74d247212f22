import { ADDRESS, sha3, type JsonObject } from '@madang/icon';
import { collectFees, execute, obstacleTo, type Outcome, type Place } from '../execute/transaction.ts';
import type { Tracer } from '../execute/tracer.ts';
import type { BlockEntry } from '../ledger/ledger.ts';
import { applyIssue, baseTransaction } from '../system/issue.ts';
import { expireUnstakes } from '../system/stake.ts';
import { networkValue } from '../world/network-values.ts';
import { layerOver, type World } from '../world/world.ts';
import { sealBlock } from './block.ts';
import { validatorOf, type ChainTerms } from './genesis.ts';
import { receiptText } from './receipt.ts';
import type { Candidate } from './sent.ts';

/** What a block is made on. */
export interface Ground {
  readonly terms: ChainTerms;
  /** The state after the block before it. */
  readonly world: Pick<World, 'get'>;
  readonly height: number;
  readonly timestamp: bigint;
  readonly previousHash: string;
  /** Of the block before it: what that one's transactions cost together, and the hash of their results. */
  readonly before: Sealed;
  readonly scoreOf: Place['scoreOf'];
}

/** What the next block needs to know of a block. */
export interface Sealed {
  /** Loop. */
  readonly fees: bigint;
  readonly resultHash: string;
}

export interface MadeBlock {
  readonly entry: BlockEntry;
  readonly sealed: Sealed;
}

/** Executes transactions in their order, drops those that cannot pay, and makes a block of the others. */
export function makeBlock(ground: Ground, candidates: readonly Candidate[]): MadeBlock {
  const world = layerOver({ get: ground.world.get, set: neverReached });
  const base = openBlock(ground, world);
  const done = executeAll(ground, world, candidates);
  const fees = done.reduce((sum, { fee }) => sum + fee, 0n);
  collectFees(world, fees);
  expireUnstakes(world, ground.height);
  return sealed(ground, world, [base, ...done], fees);
}

function neverReached(): never {
  throw new TypeError('What a block writes is kept with the block.');
}

interface Done {
  readonly json: JsonObject;
  readonly hash: string;
  readonly outcome: Outcome;
  readonly stepPrice: bigint;
  readonly fee: bigint;
}

/** What happens in a block before its transactions: new coins are issued, by a transaction of nobody. */
function openBlock({ height, timestamp, before }: Ground, world: World): Done {
  const json = baseTransaction({ world, height, timestamp, feesBefore: before.fees });
  const logs = applyIssue({ world, height, timestamp, feesBefore: before.fees });
  const outcome = {
    ...{ failure: null, stepUsed: 0, shares: null, scoreAddress: null },
    ...{ to: ADDRESS.treasury, logs },
  };
  return { json, hash: String(json['txHash']), outcome, stepPrice: 0n, fee: 0n };
}

function executeAll(ground: Ground, world: World, candidates: readonly Candidate[]): Done[] {
  const done: Done[] = [];
  for (const candidate of candidates) {
    // The transaction of nobody comes first.
    const place = placeIn(ground, world, done.length + 1);
    if (obstacleTo(candidate, place) !== null) continue;
    const outcome = execute(candidate, place);
    const { stepPrice } = place;
    done.push({
      ...{ json: candidate.json, hash: candidate.hash, outcome, stepPrice },
      fee: BigInt(outcome.stepUsed) * stepPrice,
    });
  }
  return done;
}

function placeIn({ terms, height, timestamp, scoreOf }: Ground, world: World, index: number): Place {
  return {
    world,
    block: { height, timestamp },
    index,
    stepPrice: networkValue(world, 'stepPrice'),
    stepLimit: Number(networkValue(world, 'invokeLimit')),
    auditEnabled: terms.auditEnabled,
    scoreOf,
  };
}

/** Executes the transactions of a block up to one once more, and takes down what happens in that one. */
export function traceTransaction(ground: Ground, candidates: readonly Candidate[], tracer: Tracer): void {
  const world = layerOver({ get: ground.world.get, set: neverReached });
  openBlock(ground, world);
  const [last, earlier] = [candidates.at(-1), candidates.slice(0, -1)];
  if (last === undefined) throw new RangeError('There is no transaction to be traced.');
  executeAll(ground, world, earlier);
  execute(last, { ...placeIn(ground, world, candidates.length), tracer });
}

function sealed(
  ground: Ground,
  world: ReturnType<typeof layerOver>,
  done: readonly Done[],
  fees: bigint,
): MadeBlock {
  const { terms, height, timestamp, previousHash, before } = ground;
  const { hash, text } = sealBlock({
    ...{ height, timestamp, previousHash },
    proposer: validatorOf(terms.seed).address,
    resultHash: before.resultHash,
    transactions: done.map(({ json }) => json),
    transactionHashes: done.map((one) => one.hash),
  });
  let cumulativeSteps = 0;
  const transactions = done.map((one, index) => {
    cumulativeSteps += one.outcome.stepUsed;
    const place = { blockHash: hash, blockHeight: height, index, cumulativeSteps };
    const { stepPrice } = one;
    return { hash: one.hash, receipt: receiptText(one.outcome, { ...place, hash: one.hash, stepPrice }) };
  });
  const resultHash = resultHashOf(transactions.map(({ receipt }) => receipt));
  return { entry: { hash, text, transactions, writes: world.writes }, sealed: { fees, resultHash } };
}

/** Hash of a block's results, which the next block's header has. */
export function resultHashOf(receipts: readonly string[]): string {
  return sha3(receipts.join('\n'));
}
