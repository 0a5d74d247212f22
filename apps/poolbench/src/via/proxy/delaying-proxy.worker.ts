import { CodedError } from '@madang/errors';
import { parentPort, workerData } from 'node:worker_threads';
import { startDelayingProxy, type DelayingProxyTerms } from './delaying-proxy.ts';
import type { Answer, Request } from './proxy-messages.ts';

// The thread of a proxy: starts it, tells of it, and then does what it is asked to, in turn.

if (parentPort === null) throw new TypeError('This file is the entry of a worker thread.');
const port = parentPort;

async function answer(id: number, work: () => unknown): Promise<void> {
  const reply = await outcomeOf(work);
  port.postMessage({ id, ...reply } satisfies Answer);
}

async function outcomeOf(work: () => unknown): Promise<Omit<Answer, 'id'>> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { refusal: { code: error.code, details: error.details } };
  }
}

await answer(0, async () => {
  const proxy = await startDelayingProxy(workerData as DelayingProxyTerms);
  port.on('message', (request: Request) => {
    const { id, call, ms } = request;
    void answer(id, () => proxy[call](ms));
  });
  return proxy.port;
});
