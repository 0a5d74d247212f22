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
  Failure,
  methodNotFound,
  methodNotPayable,
  notExecutedHere,
  stackOverflow,
  unknownFailure,
} from '../world/failure.ts';
import { layerOver, type World } from '../world/world.ts';
import type { Execution } from './execution.ts';
import { nodeLog } from './log.ts';
import type { Message, Returned } from './message.ts';
import { createSelf } from './self.ts';
import type { FrameTrace } from './tracer.ts';

/** Calls within calls, at most. */
const MOST_DEPTH = 64;

/**
 * Delivers a message: moves the coins and runs the method. What it does is in the world when it is done; when it fails, nothing of it
 * is, and the logs are as they were. Throws a {@link Failure}.
 */
export function deliver(execution: Execution, below: World, message: Message): Returned {
  const { logs, meter, tracer } = execution;
  const [world, mark, before] = [layerOver(below), logs.length, meter.used()];
  const trace = tracer?.enter();
  const end = (success: boolean): void => trace?.say(`END success=${success} steps=${meter.used() - before}`);
  try {
    if (message.depth > MOST_DEPTH) throw stackOverflow();
    const returned = isContract(message.to)
      ? invoke(execution, world, message, trace)
      : pay(execution, world, message, trace);
    world.commit();
    end(true);
    return returned;
  } catch (error) {
    logs.length = mark;
    end(false);
    throw error;
  }
}

function pay(
  { logs }: Execution,
  world: World,
  { from, to, value }: Pick<Message, 'from' | 'to' | 'value'>,
  trace: FrameTrace | undefined,
): Returned {
  if (value > 0n) {
    move(world, from, to, value);
    trace?.say(`BALANCECHANGE opType=1 from=${from} to=${to} amount=${value}`);
    // Coins that a contract sends are told in the log; those of a wallet stand in its transaction.
    if (isContract(from))
      logs.push(nodeLog(from, 'ICXTransfer(Address,Address,int)', [from, to, formatInteger(value)], []));
  }
  return { value: null, type: undefined };
}

function invoke(
  execution: Execution,
  world: World,
  message: Message,
  trace: FrameTrace | undefined,
): Returned {
  const { meter } = execution;
  trace?.say(`INVOKE start score=${message.to} method=${message.method ?? ''}`);
  const before = meter.used();
  const done = (text: string): void => trace?.say(`INVOKE done ${text} steps=${meter.used() - before}`);
  try {
    pay(execution, world, message, trace);
    const cost = meter.spend('contractCall');
    trace?.say(`STEP apply type=contractCall count=1 cost=${cost} total=${cost}`);
    const native = NATIVE.get(message.to);
    const returned = native?.(execution, world, message) ?? run(execution, world, message, trace);
    done('status=Success');
    return returned;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.isReverted) trace?.quote(`[ScoreException] ${failure.message}`);
    done(`status=${failure.status} msg=E${String(failure.code).padStart(4, '0')}:${failure.message}`);
    throw failure;
  }
}

/** Contracts that the node itself brings. */
const NATIVE: ReadonlyMap<string, Execution['deliver']> = new Map([
  [ADDRESS.system, callSystem],
  [ADDRESS.governance, callGovernance],
]);

/** A fault of a contract's code is its failure, as an exception of Python is. */
function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return unknownFailure(error instanceof Error ? error.message : String(error));
}

function run(execution: Execution, world: World, message: Message, trace: FrameTrace | undefined): Returned {
  const contract = contractAt(world, message.to);
  const score = activeScore(execution, contract, message.to);
  const { method, values } = called(score, message);
  if (execution.transaction === null && method.readonly !== true) throw accessDenied();
  if (message.value > 0n && method.payable !== true) throw methodNotPayable();
  const self = createSelf({ execution, world, message, score, owner: contract?.owner ?? '', method, trace });
  return { value: method.run(self, ...values) ?? null, type: method.output };
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
