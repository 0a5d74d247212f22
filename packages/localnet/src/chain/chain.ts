import { genesisId, type JsonObject } from '@madang/icon';
import { createTracer, type TraceLine } from '../execute/tracer.ts';
import type { Execution } from '../execute/execution.ts';
import type { Ledger, Place } from '../ledger/ledger.ts';
import { poolOverflow, refused } from '../node/rpc/failure.ts';
import { readOnly, type World } from '../world/world.ts';
import { makeBlock, resultHashOf, traceTransaction, type Ground, type Sealed } from './block-maker.ts';
import { headerOf } from './block.ts';
import { validatorOf, type ChainTerms } from './genesis.ts';
import { genesisEntry } from './genesis-block.ts';
import { goDuration } from './go-duration.ts';
import { createPool } from './pool.ts';
import { candidateOf, type Candidate } from './sent.ts';
import { verified } from './verify.ts';

/** Transactions of a block, and of those that wait, at most; as on a goloop node. */
const MOST_IN_BLOCK = 1500;
const MOST_WAITING = 5000;

/** How far the time of a transaction may be from the chain's, in microseconds. */
const TIME_THRESHOLD = 5n * 60n * 1_000_000n;

/** A chain that goes on. */
export interface Chain {
  readonly terms: ChainTerms;
  readonly ledger: Ledger;
  /** The newest height. */
  height(): number;
  /** Resolves when this height is there, or else when the signal aborts. */
  reached(height: number, signal: AbortSignal): Promise<void>;
  /** Whether a transaction waits for a block. */
  isPending(hash: string): boolean;
  /** Takes a transaction whose members have been checked, to be put into a block; gives its id. Throws an RpcFailure. */
  submit(sent: JsonObject): string;
  /**
   * Takes a transaction that was made and signed here, and is not checked once more. False when it is there already, or when as many
   * wait as a block takes.
   */
  admit(sent: JsonObject): boolean;
  /** Makes the next block now. */
  produce(): void;
  /** The state before the transactions of a height. */
  worldBefore(height: number): World;
  /** Time of the block at a height, in microseconds since 1970. */
  timestampOf(height: number): bigint;
  /** What happens when a transaction of a block is executed once more. */
  trace(place: Place): readonly TraceLine[];
  /** The bytes of a block's header, of which its hash is made. */
  headerOf(height: number): Buffer;
  close(): void;
}

interface ChainParts {
  readonly terms: ChainTerms;
  readonly ledger: Ledger;
  readonly scoreOf: Execution['scoreOf'];
  /** Time of the next block, in microseconds since 1970: later than that of the block before it. */
  readonly timeOf: (height: number, before: bigint) => bigint;
}

/** Goes on with the chain of a ledger; an empty one begins with a genesis. */
export function openChain({ terms, ledger, scoreOf, timeOf }: ChainParts): Chain {
  if (ledger.blocks === 0) ledger.append(genesisEntry(terms));
  const pool = createPool();
  const waiting = new Set<() => void>();
  const height = (): number => ledger.blocks - 1;
  let before = sealedOf(ledger, height());
  // The newest block's time is asked for with every transaction that is sent; the ledger has to parse the block to tell it.
  let newest = { height: height(), timestamp: timestampOf(ledger, height()) };

  const timeAt = (at: number): bigint => (at === newest.height ? newest.timestamp : timestampOf(ledger, at));

  const groundOf = (at: number, world: Ground['world'], sealed: Sealed): Ground => ({
    ...{ terms, world, height: at, scoreOf, before: sealed },
    timestamp: at <= height() ? timeAt(at) : nextTime(),
    previousHash: hashOf(ledger, at - 1),
  });
  const nextTime = (): bigint => timeOf(height() + 1, newest.timestamp);
  const isKnown = ({ hash }: Candidate): boolean => pool.has(hash) || ledger.placeOf(hash) !== undefined;
  const worldBefore = (at: number): World => readOnly((key) => ledger.state.at(key, at - 1));

  return {
    ...{ terms, ledger, height, worldBefore },
    timestampOf: timeAt,
    async reached(target, signal) {
      while (height() < target && !signal.aborted) await nextChange(waiting, signal);
    },
    isPending: pool.has,
    submit(sent) {
      checkNetwork(sent);
      const candidate = verified(sent);
      checkTime(candidate);
      if (isKnown(candidate)) throw refused(2000, 'DuplicateTransaction');
      if (pool.size >= MOST_WAITING) throw poolOverflow();
      pool.add(candidate);
      return candidate.hash;
    },
    admit(sent) {
      const candidate = candidateOf(sent);
      if (isKnown(candidate) || pool.size >= MOST_IN_BLOCK) return false;
      pool.add(candidate);
      return true;
    },
    produce() {
      const ground = groundOf(height() + 1, { get: ledger.state.get }, before);
      const made = makeBlock(ground, pool.take(MOST_IN_BLOCK));
      ledger.append(made.entry);
      before = made.sealed;
      newest = { height: height(), timestamp: ground.timestamp };
      for (const wake of [...waiting]) wake();
    },
    trace({ height: at, index }) {
      const tracer = createTracer(() => performance.now() * 1000);
      // The first transaction of a block is nobody's: the node itself does what it says.
      if (index === 0) return tracer.lines;
      const ground = groundOf(at, worldBefore(at), sealedOf(ledger, at - 1));
      traceTransaction(ground, candidatesIn(ledger, at).slice(0, index), tracer);
      return tracer.lines;
    },
    headerOf(at) {
      const { confirmed_transaction_list: list } = blockJson(ledger, at);
      return headerOf({
        ...{ height: at, timestamp: timestampOf(ledger, at) },
        proposer: at === 0 ? null : validatorOf(terms.seed).address,
        previousHash: at === 0 ? null : hashOf(ledger, at - 1),
        resultHash: at === 0 ? resultHashOf([]) : sealedOf(ledger, at - 1).resultHash,
        transactionHashes: at === 0 ? list.map(genesisId) : list.map(({ txHash }) => String(txHash)),
      });
    },
    close: ledger.close,
  };

  function checkNetwork(sent: JsonObject): void {
    if (BigInt(String(sent['nid'])) !== BigInt(terms.nid))
      throw refused(1006, `ValidateNetwork(nid=0x${terms.nid.toString(16)}) fail`);
  }

  function checkTime({ timestamp }: Candidate): void {
    const now = nextTime();
    const [least, most] = [now - TIME_THRESHOLD, now + TIME_THRESHOLD];
    if (timestamp <= least) throw refused(2002, `Expired(min${goDuration(timestamp - least)})`);
    if (timestamp > most) throw refused(2003, `Future(max+${goDuration(timestamp - most)})`);
  }
}

function nextChange(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      waiting.delete(wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    waiting.add(wake);
    signal.addEventListener('abort', wake);
  });
}

interface BlockJson {
  readonly block_hash: string;
  readonly time_stamp: number;
  readonly confirmed_transaction_list: readonly JsonObject[];
}

const blockJson = (ledger: Ledger, height: number): BlockJson =>
  JSON.parse(ledger.block(height)) as BlockJson;
const hashOf = (ledger: Ledger, height: number): string => `0x${blockJson(ledger, height).block_hash}`;
const timestampOf = (ledger: Ledger, height: number): bigint => BigInt(blockJson(ledger, height).time_stamp);

/** The transactions that somebody sent, without the one of nobody in front. */
function candidatesIn(ledger: Ledger, height: number): Candidate[] {
  return blockJson(ledger, height)
    .confirmed_transaction_list.slice(1)
    .map(({ txHash: _, ...sent }) => candidateOf(sent));
}

/** What the next block needs to know of one in the ledger. */
function sealedOf(ledger: Ledger, height: number): Sealed {
  const { confirmed_transaction_list } = blockJson(ledger, height);
  const receipts = confirmed_transaction_list.map((_, index) => ledger.receipt({ height, index }));
  const fees = receipts.reduce((sum, text) => {
    const { stepUsed, stepPrice } = JSON.parse(text) as { stepUsed: string; stepPrice: string };
    return sum + BigInt(stepUsed) * BigInt(stepPrice);
  }, 0n);
  return { fees, resultHash: resultHashOf(receipts) };
}
