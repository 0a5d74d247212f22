import { bytesOfScalar, encodeScalar, encodeValue, isOfType, type Scalar } from '../scores/values.ts';
import type { ExternalMethod, Score, Self, Value } from '../scores/score.ts';
import { balanceOf } from '../world/accounts.ts';
import { accessDenied, Failure, illegalFormat, reverted, unknownFailure } from '../world/failure.ts';
import type { World } from '../world/world.ts';
import type { Execution } from './execution.ts';
import { writeLog, type Log } from './log.ts';
import { NO_PARAMS, type Message, type Returned } from './message.ts';
import { resultText } from './run.ts';
import { createStore } from './store.ts';

interface SelfTerms {
  readonly execution: Execution;
  readonly world: World;
  readonly message: Message;
  readonly score: Pick<Score, 'events'>;
  readonly owner: string;
  readonly method: Pick<ExternalMethod, 'readonly'>;
}

/** What a contract sees of the chain while it handles a message. A method that only reads can do nothing else. */
export function createSelf({ execution, world, message, score, owner, method }: SelfTerms): Self {
  const { to: address, from: sender, value, depth } = message;
  const { block, transaction, meter, shares, tracer } = execution;
  const readonly = method.readonly === true;
  const mayChange = (): void => {
    if (readonly) throw accessDenied();
  };
  const send = (to: string, amount: bigint, name: string | null, values: readonly Value[]) => {
    if (amount > 0n) mayChange();
    const params = name === null ? NO_PARAMS : ({ kind: 'ordered', values } as const);
    const call = { from: address, to, value: amount, method: name, params, depth: depth + 1 };
    return tellingCall(execution, call, values, () => execution.deliver(execution, world, call));
  };
  return {
    ...{ address, owner, sender, value, block },
    origin: transaction?.from ?? sender,
    transaction: transaction === null ? null : { hash: transaction.hash, index: transaction.index },
    db: createStore({ world, contract: address, meter, readonly, tracer }),
    emit(event, ...values) {
      mayChange();
      const { log, bytes } = logOf(score, address, event, values);
      meter.spend('logBase');
      meter.spend('log', bytes);
      writeLog(execution, log);
    },
    transfer(to, amount) {
      mayChange();
      send(to, amount, null, []);
    },
    send(to, amount) {
      mayChange();
      try {
        send(to, amount, null, []);
        return true;
      } catch (error) {
        // Steps that are used up cannot be had back by going on.
        if (error instanceof Failure && !error.isOutOfStep) return false;
        throw error;
      }
    },
    call: (to, name, values, amount = 0n) => send(to, amount, name, values).value as Value,
    balanceOf(of) {
      const balance = balanceOf(world, of);
      tracer?.say(`GETBALANCE addr=${of} value=${balance}`);
      return balance;
    },
    revert: (text, code) => {
      throw reverted(text, code);
    },
    shareFees(percent) {
      mayChange();
      if (percent < 0n || percent > 100n) throw illegalFormat(`InvalidProportion(${percent})`);
      shares.set(address, Number(percent));
      tracer?.say(`CALL setFeeProportion contract=${address} payer=${address} portion=${percent}`);
    },
  };
}

/** Calls another account, and tells how that went. */
function tellingCall(
  { meter, tracer }: Execution,
  { from, to, value, method }: Message,
  values: readonly Value[],
  deliver: () => Returned,
): Returned {
  if (tracer === undefined) return deliver();
  const data = JSON.stringify({ method: method ?? '', params: values.map(encodeValue) });
  const terms = `from=${from} to=${to} value=${value} steplimit=${meter.left()}`;
  tracer.say(`CALL start ${terms} dataType=call data=${data}`);
  const before = meter.used();
  const done = (status: string, rest: string): void =>
    tracer.say(`CALL done status=${status} steps=${meter.used() - before} ${rest}`);
  try {
    const returned = deliver();
    done('Success', `result=${resultText(returned)}`);
    return returned;
  } catch (error) {
    if (error instanceof Failure) done(error.status, `msg=${error.message}`);
    throw error;
  }
}

/** An event as the log has it, and the bytes that are charged for: those of its signature and of all values. */
function logOf(
  { events }: Pick<Score, 'events'>,
  scoreAddress: string,
  name: string,
  values: readonly Value[],
): { readonly log: Log; readonly bytes: number } {
  const event = Object.hasOwn(events, name) ? events[name] : undefined;
  if (event?.inputs.length !== values.length)
    throw unknownFailure(`no event ${name} of ${values.length} values`);
  const { inputs, indexed } = event;
  const wrong = inputs.find(({ type }, i) => values[i] !== null && !isOfType(values[i] ?? null, type));
  if (wrong !== undefined) throw unknownFailure(`${wrong.name} of event ${name} is of another type`);
  const signature = `${name}(${inputs.map(({ type }) => type).join(',')})`;
  // Events have no lists.
  const scalars = values as readonly Scalar[];
  const texts = scalars.map(encodeScalar);
  const raw = inputs.map(({ type }, i) => bytesOfScalar(scalars[i] ?? null, type));
  const log = {
    scoreAddress,
    indexed: [signature, ...texts.slice(0, indexed)],
    data: texts.slice(indexed),
    indexedBytes: [Buffer.from(signature), ...raw.slice(0, indexed)],
    dataBytes: raw.slice(indexed),
  };
  return { log, bytes: raw.reduce((sum, one) => sum + (one?.length ?? 0), signature.length) };
}
