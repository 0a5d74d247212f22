import { ADDRESS, formatInteger, isContract } from '@madang/icon';
import { checkParameters, decodeParameters } from '../scores/parameters.ts';
import type { ExternalMethod, Score, Value } from '../scores/score.ts';
import { callGovernance } from '../system/governance.ts';
import { callSystem } from '../system/system-score.ts';
import { move } from '../world/accounts.ts';
import { contractAt, type Contract } from '../world/contracts.ts';
import {
  accessDenied,
  contractNotFound,
  methodNotFound,
  methodNotPayable,
  notExecutedHere,
  stackOverflow,
  type Failure,
} from '../world/failure.ts';
import { layerOver, type World } from '../world/world.ts';
import type { Execution } from './execution.ts';
import { inFrame, spendSteps, telling } from './frame.ts';
import { nodeLog, writeLog } from './log.ts';
import type { Message, Returned } from './message.ts';
import { failureOf, runCode, tellFailedCall, type Code } from './run.ts';
import { createSelf } from './self.ts';

/** Calls within calls, at most. */
const MOST_DEPTH = 64;

/**
 * Delivers a message: moves the coins and runs the method. What it does is in the world when it is done; when it fails, nothing of it
 * is, and the logs are as they were. Throws a Failure.
 */
export function deliver(execution: Execution, below: World, message: Message): Returned {
  const { logs } = execution;
  const [world, mark] = [layerOver(below), logs.length];
  return inFrame(execution, () => {
    try {
      if (message.depth > MOST_DEPTH) throw stackOverflow();
      const returned = isContract(message.to)
        ? runCode(execution, prepare(execution, world, message))
        : transfer(execution, world, message);
      world.commit();
      return returned;
    } catch (error) {
      logs.length = mark;
      throw error;
    }
  });
}

/** Coins for a wallet. */
function transfer(execution: Execution, world: World, message: Message): Returned {
  const { from, to, value } = message;
  const story = {
    what: 'TRANSFER',
    start: `from=${from} to=${to} value=${value}`,
    failed: (failure: Failure) => `status=${failure.message} msg=${failure.thrownText}`,
  };
  return telling(execution, story, () => {
    // What a wallet sends is paid for with its transaction.
    if (isContract(from)) spendSteps(execution, 'contractCall');
    pay(execution, world, message);
    return { value: null, type: undefined };
  });
}

function pay(execution: Execution, world: World, { from, to, value }: Message): void {
  if (value === 0n) return;
  move(world, from, to, value);
  // Coins that a contract sends are told in the log; those of a wallet stand in its transaction.
  if (isContract(from))
    writeLog(
      execution,
      nodeLog(from, 'ICXTransfer(Address,Address,int)', [from, to, formatInteger(value)], []),
    );
  execution.tracer?.say(`BALANCECHANGE opType=1 from=${from} to=${to} amount=${value}`);
}

/** Brings the coins of a call, charges for it, and finds the code that it runs. */
function prepare(execution: Execution, world: World, message: Message): Code {
  const { tracer, meter } = execution;
  tracer?.say(`INVOKE start score=${message.to} method=${message.method ?? ''}`);
  try {
    payForCall(execution, world, message);
    const native = NATIVE.get(message.to);
    if (native === undefined) return { isPython: true, run: methodOf(execution, world, message) };
    return { isPython: false, run: () => native(execution, world, message) };
  } catch (error) {
    const failure = failureOf(error);
    if (tracer !== undefined) tellFailedCall(tracer, failure, tracer.stepsOf(meter.used()));
    throw failure;
  }
}

function payForCall(execution: Execution, world: World, message: Message): void {
  try {
    pay(execution, world, message);
  } finally {
    // A call costs its steps even when its coins are not there.
    spendSteps(execution, 'contractCall');
  }
}

/** Contracts that the node itself brings. */
const NATIVE: ReadonlyMap<string, Execution['deliver']> = new Map([
  [ADDRESS.system, callSystem],
  [ADDRESS.governance, callGovernance],
]);

function methodOf(execution: Execution, world: World, message: Message): () => Returned {
  const contract = contractAt(world, message.to);
  const score = activeScore(execution, contract, message.to);
  const { method, values } = called(score, message);
  if (execution.transaction === null && method.readonly !== true) throw accessDenied();
  if (message.value > 0n && method.payable !== true) throw methodNotPayable();
  const self = createSelf({ execution, world, message, score, owner: contract?.owner ?? '', method });
  return () => ({ value: method.run(self, ...values) ?? null, type: method.output });
}

function activeScore({ scoreOf }: Execution, contract: Contract | null, address: string): Score {
  if (contract === null) throw contractNotFound('NotAContractAccount');
  const { current, blocked, disabled } = contract;
  if (current?.status !== 'active' || blocked === true || disabled === true)
    throw contractNotFound(`NoActiveContract(addr=${address})`);
  const score = scoreOf(current.codeHash);
  if (score === undefined) throw notExecutedHere(address);
  return score;
}

interface Called {
  readonly method: ExternalMethod;
  readonly values: readonly Value[];
}

function called(score: Score, { method: name, params }: Message): Called {
  if (name === null) {
    const { fallback } = score;
    if (fallback === undefined) throw methodNotFound();
    const run: ExternalMethod['run'] = (self) => {
      fallback(self);
      return undefined;
    };
    return { method: { inputs: [], payable: true, run }, values: [] };
  }
  const method = Object.hasOwn(score.methods, name) ? score.methods[name] : undefined;
  if (method === undefined) throw methodNotFound();
  const { inputs } = method;
  return {
    method,
    values:
      params.kind === 'ordered'
        ? checkParameters(inputs, params.values)
        : decodeParameters(inputs, params.json),
  };
}
