import type { Worker } from 'node:worker_threads';
import { startThread } from '@madang/system/threads';
import { badDelay, portTaken, proxyEnded, unreachable } from '../errors.ts';
import type { DelayingProxy, DelayingProxyTerms, ProxyStats } from './delaying-proxy.ts';
import type { Answer, Refusal, Request } from './proxy-messages.ts';

/** A {@link DelayingProxy} in a thread of its own. What a promise stands for is in effect once it resolves. */
export interface ProxyThread extends Pick<DelayingProxy, 'host' | 'port'> {
  stats(): Promise<ProxyStats>;
  setRoundTrip(ms: number): Promise<void>;
  stall(ms: number): Promise<void>;
  cut(): Promise<void>;
  /** Also when the thread has ended. */
  stop(): Promise<void>;
}

/**
 * Starts a delaying proxy in a thread of its own, so that it takes no time from the event loop of whoever measures.
 *
 * @throws as `startDelayingProxy` does; the methods POOLBENCH_VIA_PROXY_ENDED when the thread has ended
 */
export async function startProxyThread(terms: DelayingProxyTerms): Promise<ProxyThread> {
  const worker = startThread(new URL('./delaying-proxy.worker.ts', import.meta.url), { workerData: terms });
  const answers = answersOf(worker, `${terms.to.host}:${terms.to.port}`);
  const port = (await answers.to(0)) as number;
  let asked = 0;
  const ask = <R>(call: Request['call'], ms = 0): Promise<R> => {
    asked += 1;
    worker.postMessage({ id: asked, call, ms } satisfies Request);
    return answers.to(asked) as Promise<R>;
  };
  return {
    host: '127.0.0.1',
    port,
    stats: () => ask<ProxyStats>('stats'),
    setRoundTrip: (ms) => ask('setRoundTrip', ms),
    stall: (ms) => ask('stall', ms),
    cut: () => ask('cut'),
    async stop() {
      await ask('stop').catch((error: unknown) => {
        if (!proxyEnded.is(error)) throw error;
      });
      await worker.terminate();
    },
  };
}

type Settle = (answer: Omit<Answer, 'id'> | Error) => void;

/** Answers find those who asked; once the thread has ended nobody waits for one in vain. */
function answersOf(worker: Worker, where: string): { to(id: number): Promise<unknown> } {
  const waiting = new Map<number, Settle>();
  let end: Error | undefined;
  const finish = (cause?: unknown): void => {
    end ??= proxyEnded({ where }, cause);
    for (const settle of waiting.values()) settle(end);
    waiting.clear();
  };
  worker.on('message', ({ id, ...answer }: Answer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  worker.on('error', finish);
  worker.on('exit', () => finish());
  return {
    to: (id) =>
      new Promise((resolve, reject) => {
        const settle: Settle = (answer) => {
          if (answer instanceof Error) reject(answer);
          else if (answer.refusal === undefined) resolve(answer.result);
          else reject(errorOf(answer.refusal));
        };
        if (end === undefined) waiting.set(id, settle);
        else settle(end);
      }),
  };
}

function errorOf({ code, details }: Refusal): Error {
  const kind = [unreachable, portTaken, badDelay].find((one) => one.code === code);
  if (kind === undefined) throw new TypeError(`The proxy is not known to fail with ${code}.`);
  return kind(details as never);
}
