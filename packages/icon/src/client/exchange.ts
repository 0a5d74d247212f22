import { setMaxListeners } from 'node:events';
import { retrying, type Terms } from './back-off.ts';
import { createBatchSize } from './batch-size.ts';
import { nodeAnswerTooLarge, type NodeError } from './errors.ts';
import { createGate } from './gate.ts';
import { linkAbort } from './linked-abort.ts';
import { BatchTooLong, decode, encode, type RpcAnswer, type RpcRequest } from './rpc.ts';
import { withDefaults, type CallOptions, type NodeClientSettings } from './settings.ts';
import { AnswerTooLarge, createTransport } from './transport.ts';

/** What is being done with one node. */
export interface ExchangeState {
  /** HTTP requests under way. */
  readonly inFlight: number;
  /** HTTP requests waiting for a place. */
  readonly queued: number;
  /** HTTP requests that may be under way at a time. */
  readonly concurrency: number;
  /** Requests in one batch. */
  readonly batchLimit: number;
  /** Why requests wait: the node limits the rate, or it does not answer. Null when they do not. */
  readonly waitingReason: 'rate-limit' | 'node' | null;
  /** The trouble that is being waited for, in a sentence. */
  readonly waitingFor: string | null;
}

/** Sends requests to one node in batches, with what a node can bear and what it takes to get an answer. */
export interface Exchange {
  readonly url: string;
  readonly batch: (requests: readonly RpcRequest[], options?: CallOptions) => Promise<RpcAnswer[]>;
  readonly state: () => ExchangeState;
  readonly close: () => Promise<void>;
}

/** The part of the client that does not know what is asked. */
export function createExchange(address: URL, settings: NodeClientSettings): Exchange {
  const { maxConcurrency, batchLimit, maxBatchLimit, patienceMs, timeoutMs, maxAnswerBytes, log } =
    withDefaults(settings);
  const transport = createTransport({
    url: address,
    connections: maxConcurrency,
    timeoutMs,
    maxAnswerBytes,
  });
  const url = transport.shownUrl;
  const gate = createGate({ start: 4, max: maxConcurrency });
  const size = createBatchSize({ start: batchLimit, max: Math.max(batchLimit, maxBatchLimit) });
  const closing = new AbortController();
  // Every batch under way listens to it.
  setMaxListeners(0, closing.signal);
  const waits = new Set<NodeError>();

  function onWait(error: NodeError, delayMs: number): () => void {
    if (waits.size === 0) {
      log?.warn({ code: error.code, reason: error.message, delayMs }, 'waiting for the node');
    }
    if (isRateLimit(error)) gate.pause(delayMs);
    waits.add(error);
    return () => waits.delete(error);
  }

  async function attempt(requests: readonly RpcRequest[], signal: AbortSignal): Promise<RpcAnswer[]> {
    return decode(await transport.post(encode(requests), signal), requests, url);
  }

  async function send(requests: readonly RpcRequest[], terms: Terms): Promise<RpcAnswer[]> {
    try {
      const answers = await retrying(() => attempt(requests, terms.signal), gate, terms);
      size.accepted(requests.length);
      return answers;
    } catch (error) {
      if (error instanceof BatchTooLong) size.refused(requests.length);
      else if (!(error instanceof AnswerTooLarge)) throw error;
      if (requests.length > 1) return sendHalves(requests, terms);
      throw nodeAnswerTooLarge({ url, method: requests[0]?.method ?? '', maxBytes: maxAnswerBytes });
    }
  }

  async function sendHalves(requests: readonly RpcRequest[], terms: Terms): Promise<RpcAnswer[]> {
    const middle = Math.ceil(requests.length / 2);
    const first = await send(requests.slice(0, middle), terms);
    return [...first, ...(await send(requests.slice(middle), terms))];
  }

  // Each lane takes the next requests when it is free, as many as the node takes by then.
  async function sendAll(requests: readonly RpcRequest[], terms: Terms): Promise<RpcAnswer[]> {
    const answers: RpcAnswer[] = [];
    let next = 0;
    const lane = async () => {
      while (next < requests.length) {
        const from = next;
        const part = requests.slice(from, from + size.current);
        next += part.length;
        for (const [i, answer] of (await send(part, terms)).entries()) answers[from + i] = answer;
      }
    };
    await Promise.all(Array.from({ length: Math.min(maxConcurrency, requests.length) }, lane));
    return answers;
  }

  return {
    url,
    async batch(requests, options = {}) {
      const { signal, abort, release } = linkAbort(closing.signal, options.signal);
      try {
        return await sendAll(requests, { signal, patienceMs: options.patienceMs ?? patienceMs, onWait });
      } catch (error) {
        // The answers to the rest would have nobody to go to.
        abort(error);
        throw error;
      } finally {
        release();
      }
    },
    state() {
      const [wait] = waits;
      return {
        inFlight: gate.inFlight,
        queued: gate.queued,
        concurrency: gate.concurrency,
        batchLimit: size.current,
        waitingReason: wait === undefined ? null : isRateLimit(wait) ? 'rate-limit' : 'node',
        waitingFor: wait?.message ?? null,
      };
    },
    async close() {
      closing.abort();
      await transport.close();
    },
  };
}

function isRateLimit({ details }: NodeError): boolean {
  return details['limited'] === true;
}
