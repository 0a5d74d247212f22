import { isContract } from '@madang/icon';
import { checkParameters, decodeParameters } from '../../src/scores/parameters.ts';
import type { ExternalMethod, Score, Self, Value } from '../../src/scores/score.ts';
import {
  accessDenied,
  contractNotFound,
  Failure,
  methodNotFound,
  methodNotPayable,
  reverted,
  stackOverflow,
} from '../../src/world/failure.ts';
import { createBenchState, type BenchState } from './bench-state.ts';

/** A wallet for tests, by number. */
export const wallet = (number: number): string => `hx${number.toString(16).padStart(40, '0')}`;

/** Who signs a transaction (wallet 1), and the coins that it carries (none). */
export interface Terms {
  readonly from?: string;
  readonly value?: bigint;
}

/** Contracts in memory, and coins: as much of a chain as contracts can see. Parameters are JSON, as clients send them. */
export interface ScoreBench extends Pick<BenchState, 'logs' | 'shares' | 'coinsOf' | 'endow'> {
  /** Installs a contract; gives its address. */
  deploy(score: Score, params: unknown, owner: string): string;
  update(to: string, params: unknown): void;
  /** Calls a method as a transaction does: all of it happens, or nothing. */
  call(to: string, method: string, params?: unknown, terms?: Terms): Value;
  query(to: string, method: string, params?: unknown): Value;
  /** Sends coins alone. */
  pay(to: string, terms: Terms): void;
}

interface Contract {
  readonly score: Score;
  readonly owner: string;
}

interface Frame {
  readonly origin: string;
  readonly sender: string;
  readonly to: string;
  readonly value: bigint;
  readonly readonly: boolean;
  readonly depth: number;
}

/** A method to call, with its parameters; null for coins alone. */
type Wish = { readonly method: string; read(of: ExternalMethod): Value[] } | null;

const MOST_DEPTH = 64;

/** A bench without contracts and coins. */
export function createScoreBench(): ScoreBench {
  const state = createBenchState();
  const contracts = new Map<string, Contract>();

  function contractAt(address: string): Contract {
    const contract = contracts.get(address);
    if (contract === undefined) throw contractNotFound();
    return contract;
  }

  function deliver(frame: Frame, wish: Wish): Value {
    return state.attempt(() => {
      if (frame.depth > MOST_DEPTH) throw stackOverflow();
      state.move(frame.sender, frame.to, frame.value);
      return isContract(frame.to) ? invoke(frame, wish) : null;
    });
  }

  function invoke(frame: Frame, wish: Wish): Value {
    const contract = contractAt(frame.to);
    if (wish === null) {
      if (contract.score.fallback === undefined) throw methodNotFound();
      contract.score.fallback(selfOf(frame, contract));
      return null;
    }
    const method = contract.score.methods[wish.method];
    if (method === undefined) throw methodNotFound();
    if (frame.value > 0n && method.payable !== true) throw methodNotPayable();
    if (frame.readonly && method.readonly !== true) throw accessDenied();
    const self = selfOf({ ...frame, readonly: method.readonly === true }, contract);
    return method.run(self, ...wish.read(method)) ?? null;
  }

  function selfOf(frame: Frame, { score, owner }: Contract): Self {
    const send = (to: string, value: bigint, wish: Wish): Value =>
      deliver({ ...frame, sender: frame.to, to, value, depth: frame.depth + 1 }, wish);
    return {
      address: frame.to,
      owner,
      sender: frame.sender,
      value: frame.value,
      origin: frame.origin,
      block: { height: 1, timestamp: 1n },
      transaction: frame.readonly ? null : { hash: `0x${'0'.repeat(64)}`, index: 0 },
      db: state.storeOf(frame.to, frame.readonly),
      emit: (name, ...values) => state.log(frame.to, name, score.events[name], values),
      transfer: (to, amount) => void send(to, amount, null),
      send: (to, amount) => succeeds(() => send(to, amount, null)),
      call: (to, method, values, amount = 0n) =>
        send(to, amount, { method, read: ({ inputs }) => checkParameters(inputs, values) }),
      balanceOf: state.coinsOf,
      revert(message, code) {
        throw reverted(message, code);
      },
      shareFees: (percent) => void state.shares.set(frame.to, percent),
    };
  }

  function begin(to: string, { from = wallet(1), value = 0n }: Terms, readonly = false): Frame {
    state.begin();
    return { origin: from, sender: from, to, value, readonly, depth: 0 };
  }

  function setUp(to: string, part: 'install' | 'update', params: unknown): void {
    const contract = contractAt(to);
    const self = selfOf(begin(to, { from: contract.owner }), contract);
    const { inputs, run } = contract.score[part];
    state.attempt(() => run(self, ...decodeParameters(inputs, params)));
  }

  const named = (method: string, params: unknown): Wish => ({
    method,
    read: ({ inputs }) => decodeParameters(inputs, params),
  });
  return {
    logs: state.logs,
    shares: state.shares,
    coinsOf: state.coinsOf,
    endow: state.endow,
    deploy(score, params, owner) {
      const to = `cx${(contracts.size + 2).toString(16).padStart(40, '0')}`;
      contracts.set(to, { score, owner });
      setUp(to, 'install', params);
      return to;
    },
    update: (to, params) => setUp(to, 'update', params),
    call: (to, method, params, terms = {}) => deliver(begin(to, terms), named(method, params)),
    query: (to, method, params) => deliver(begin(to, {}, true), named(method, params)),
    pay: (to, terms) => void deliver(begin(to, terms), null),
  };
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** What stopped the work, as a receipt says it: `Reverted(7)`. */
export function statusOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error.status;
    throw error;
  }
  return 'Success';
}
