import { ADDRESS, isObject } from '@madang/icon';
import { balanceOf, credit, debit } from '../world/accounts.ts';
import { depositOf, setDeposit } from '../world/deposits.ts';
import { Failure, outOfBalance } from '../world/failure.ts';
import { layerOver, type World } from '../world/world.ts';
import { deliver } from './call.ts';
import { deploy } from './deploy.ts';
import { changeDeposit } from './deposit.ts';
import type { Execution } from './execution.ts';
import { addingSteps, inFrame, spendSteps } from './frame.ts';
import type { Log } from './log.ts';
import { NO_PARAMS } from './message.ts';
import type { SentTransaction } from './sent-transaction.ts';
import { costOf, createStepMeter } from './steps.ts';
import type { Tracer } from './tracer.ts';

/** What became of a transaction. */
export interface Outcome {
  /** Null when it succeeded. */
  readonly failure: Failure | null;
  readonly stepUsed: number;
  /** Who paid how many steps, where a contract paid some of them. */
  readonly shares: ReadonlyMap<string, number> | null;
  /** Who is credited with what it did: the receiver, or the contract. */
  readonly to: string;
  readonly logs: readonly Log[];
  /** Of a contract that it deployed. */
  readonly scoreAddress: string | null;
}

/** Where a transaction is executed. */
export interface Place {
  readonly world: World;
  readonly block: Execution['block'];
  readonly index: number;
  /** Loop for a step. */
  readonly stepPrice: bigint;
  readonly stepLimit: number;
  readonly auditEnabled: boolean;
  readonly scoreOf: Execution['scoreOf'];
  readonly tracer?: Tracer | undefined;
}

/** Steps that a transaction costs before anything is done for it. */
export function inputSteps({ dataBytes }: Pick<SentTransaction, 'dataBytes'>): number {
  return costOf('default', 1) + costOf('input', dataBytes);
}

/**
 * Why a node drops a transaction when it makes a block, although it took it: the sender could not pay what it may cost, or the step
 * limit does not reach for the input. Null when it goes into the block.
 */
export function obstacleTo(
  transaction: SentTransaction,
  { world, stepPrice }: Pick<Place, 'world' | 'stepPrice'>,
): 'balance' | 'steps' | null {
  if (transaction.stepLimit < inputSteps(transaction)) return 'steps';
  const most = transaction.value + transaction.stepLimit * stepPrice;
  return balanceOf(world, transaction.from) < most ? 'balance' : null;
}

/** Executes a transaction that nothing stands against, and charges its fee. The fee goes to nobody yet: a block collects them all. */
export function execute(transaction: SentTransaction, place: Place): Outcome {
  const { world, stepPrice, tracer } = place;
  const { hash, from, to } = transaction;
  tracer?.enter(0);
  tracer?.say(`TRANSACTION start from=${from} to=${to} id=${hash}`);
  const attempt = layerOver(world);
  const execution = executionOf(transaction, place);
  let failure: Failure | null = null;
  let scoreAddress: string | null = null;
  try {
    spendSteps(execution, 'default');
    spendSteps(execution, 'input', transaction.dataBytes);
    scoreAddress = addingSteps(execution, () => perform(execution, attempt, transaction, place));
    if (balanceOf(attempt, from) < BigInt(execution.meter.used()) * stepPrice) throw outOfBalance();
    attempt.commit();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failure = error;
    scoreAddress = null;
    execution.logs.length = 0;
    execution.shares.clear();
  }
  const stepUsed = execution.meter.used();
  const shares = charge(execution, world, { from, stepPrice });
  tracer?.say(`TRANSACTION done status=${failure?.status ?? 'Success'} steps=${stepUsed} price=${stepPrice}`);
  return { failure, stepUsed, shares, to, logs: execution.logs, scoreAddress };
}

function executionOf(
  { hash, from, stepLimit }: SentTransaction,
  { block, index, stepLimit: most, scoreOf, tracer }: Place,
): Execution {
  return {
    block,
    transaction: { hash, index, from },
    meter: createStepMeter(stepLimit < most ? Number(stepLimit) : most),
    logs: [],
    shares: new Map(),
    scoreOf,
    tracer,
    deliver,
  };
}

/** Does what the transaction asks for; gives the address of a contract that it deployed. */
function perform(
  execution: Execution,
  world: World,
  transaction: SentTransaction,
  place: Place,
): string | null {
  const { from, to, value, dataType, data } = transaction;
  if (dataType === 'deploy') return deploy(execution, world, transaction, place.auditEnabled);
  if (dataType === 'deposit') inFrame(execution, () => changeDeposit(execution, world, transaction));
  else {
    const called = dataType === 'call' && isObject(data) ? data : null;
    deliver(execution, world, {
      ...{ from, to, value, depth: 0 },
      method: called === null ? null : String(called['method']),
      params: called === null ? NO_PARAMS : { kind: 'named', json: called['params'] },
    });
  }
  return null;
}

/** Takes the fee from the sender, and from the deposits of contracts that share it. */
function charge(
  { meter, shares, tracer }: Execution,
  world: World,
  { from, stepPrice }: { readonly from: string; readonly stepPrice: bigint },
): ReadonlyMap<string, number> | null {
  const paid = new Map<string, number>();
  const used = meter.used();
  let left = used;
  for (const [contract, percent] of shares) {
    const deposit = depositOf(world, contract);
    const affordable = stepPrice === 0n ? left : Number(deposit / stepPrice);
    const steps = Math.min(Math.floor((used * percent) / 100), affordable, left);
    if (steps === 0) continue;
    setDeposit(world, contract, deposit - BigInt(steps) * stepPrice);
    paid.set(contract, steps);
    left -= steps;
  }
  const fee = BigInt(left) * stepPrice;
  debit(world, from, fee);
  tracer?.say(`STEP redeemed value=${left} redeemed=${used - left} old=${used}`);
  tracer?.say(`TRANSACTION charge fee=${fee} steps=${left} price=${stepPrice}`);
  if (paid.size === 0) return null;
  return left === 0 ? paid : paid.set(from, left);
}

/** Puts the fees of a block where the node collects them. */
export function collectFees(world: World, fees: bigint): void {
  if (fees > 0n) credit(world, ADDRESS.treasury, fees);
}
