import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { InputFile } from '../../src/domain/package/package.ts';
import { startThread } from '@madang/system/threads';
import type { Fault } from './judge.ts';
import type { Task, Verdict } from './messages.ts';

/** Both checks, the formats and the fixes of one package may take so long by the clock on the wall, before the thread is ended. */
const MOST_SECONDS = 60;

/** A megabyte of stack, as the command has it; less memory than the largest input may take. */
const LIMITS = { maxOldGenerationSizeMb: 1024, stackSizeMb: 1 };

/** Judges in a thread, so that one that never ends, or needs all memory, is a fault like any other. */
export class JudgeThread {
  #worker: Worker | undefined;

  async judge(files: readonly InputFile[], turn: number): Promise<readonly Fault[]> {
    const worker = await this.#started();
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(), MOST_SECONDS * 1000);
    try {
      worker.postMessage({ files, turn } satisfies Task);
      const [verdict] = (await once(worker, 'message', { signal: ended.signal })) as [Verdict];
      return 'faults' in verdict ? verdict.faults : [];
    } catch (error) {
      await this.stop();
      return [endOf(error, ended.signal.aborted)];
    } finally {
      clearTimeout(timer);
    }
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #started(): Promise<Worker> {
    if (this.#worker !== undefined) return this.#worker;
    const worker = startThread(new URL('./judge.worker.ts', import.meta.url), { resourceLimits: LIMITS });
    await once(worker, 'message');
    this.#worker = worker;
    return worker;
  }
}

function endOf(error: unknown, late: boolean): Fault {
  if (late) return { kind: 'slow', key: 'slow', detail: `more than ${MOST_SECONDS} s` };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'dies', key: message, detail: message };
}
