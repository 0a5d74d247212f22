import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineError } from '@madang/errors';
import type { Logger } from '@madang/telemetry';
import { createBackOff } from '../supervisor/back-off.ts';
import { isFailed } from '../supervisor/messages.ts';

/** The processes that answer requests on one port. */
export interface Crew {
  /** How many of them listen. */
  listening(): number;
  stop(): Promise<void>;
}

type Variables = Readonly<Record<string, string>>;

export interface CrewOptions {
  /** How many work at a time. */
  readonly size: number;
  /** Variables that they get beside those of this process. */
  readonly variables: Variables;
  readonly log: Logger;
}

const workersFailed = defineError<{ reason: string }>({
  code: 'HOUSE_WEB_FAILED',
  status: 500,
  retry: 'never',
  message: ({ reason }) => `The web cannot start: ${reason}`,
});

const FIRST_BACK_OFF_MS = 500;
const LONGEST_BACK_OFF_MS = 10_000;
/** What is being answered has its own, shorter time. */
const STOP_MS = 5000;

/**
 * Runs this program again as so many workers of a cluster, and replaces those that die. Resolves when the first listens.
 * @throws HOUSE_WEB_FAILED when one dies before any listens
 */
export async function startCrew({ size, variables, log }: CrewOptions): Promise<Crew> {
  const stopping = new AbortController();
  const listening = new Set<number>();
  cluster.on('listening', ({ id }) => listening.add(id));
  cluster.on('exit', ({ id }) => listening.delete(id));
  const first = firstToListen();
  for (let seat = 0; seat < size; seat++) void keepSeat(variables, log, stopping.signal);
  const stop = async (): Promise<void> => {
    stopping.abort();
    await Promise.all(living().map(stopWorker));
  };
  try {
    await first;
  } catch (error) {
    await stop();
    throw error;
  }
  return { listening: () => listening.size, stop };
}

async function firstToListen(): Promise<void> {
  let reason = 'a worker ended without a word; its log may say more';
  cluster.on('message', (_worker, message: unknown) => {
    if (isFailed(message)) reason = message.text;
  });
  const died = new AbortController();
  const onExit = (): void => died.abort();
  cluster.once('exit', onExit);
  try {
    await once(cluster, 'listening', { signal: died.signal });
  } catch {
    throw workersFailed({ reason });
  } finally {
    cluster.off('exit', onExit);
  }
}

/** One worker after another. */
async function keepSeat(variables: Variables, log: Logger, stopping: AbortSignal): Promise<void> {
  const backOff = createBackOff(FIRST_BACK_OFF_MS, LONGEST_BACK_OFF_MS);
  for (;;) {
    const born = Date.now();
    const death = await workOnce(variables, log);
    if (!stopping.aborted) {
      const waitMs = backOff.next(Date.now() - born);
      log.error({ ...death, waitMs }, 'a web worker died; another one takes its place');
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
    }
    if (stopping.aborted) return;
  }
}

/** A worker's life, and how it ended. */
async function workOnce(
  variables: Variables,
  log: Logger,
): Promise<{ worker: number; code: number | null; signal: string | null }> {
  const worker = cluster.fork(variables);
  // A message that a dying worker could not take.
  worker.on('error', (error) => log.debug({ err: error, worker: worker.id }, 'worker not reached'));
  const [code, signal] = (await once(worker, 'exit')) as [number | null, string | null];
  return { worker: worker.id, code, signal };
}

function living(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter(
    (worker) => worker !== undefined && !worker.isDead(),
  ) as Worker[];
}

// By a signal and not a message, which one that is only starting would miss.
async function stopWorker(worker: Worker): Promise<void> {
  const exited = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  const kill = setTimeout(() => worker.process.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(kill);
}
