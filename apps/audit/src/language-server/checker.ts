import type { Worker } from 'node:worker_threads';
import { startThread } from '@madang/system/threads';
import type { Finding } from '../catalogue/finding.ts';
import type { Recheck } from '../recheck.ts';
import type { Answer, Changes, CheckRequest, Request, SessionResult } from './messages.ts';
import type { MethodNote } from './method-notes.ts';
import type { OutlineItem } from './outline.ts';

/** What is to be checked: all files of a package as they are now. */
export interface CheckJob {
  readonly key: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly engine: CheckRequest['engine'];
  /** Told what cannot be read, as soon as that is known. */
  readonly onSyntax: (findings: readonly Finding[]) => void;
  /** Told what an edit within one function comes to, as soon as that is known. */
  readonly onRecheck: (recheck: Recheck) => void;
}

/** `superseded`: a newer check of the same package took its place. */
export type Outcome =
  | (SessionResult & { readonly kind: 'checked' })
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly why: string };

interface Task {
  /** Made when its turn has come: what the thread knows is clear only then. */
  readonly request: (id: number) => Request;
  /** Of a check or an edit, which another one of the same package takes the place of. */
  readonly job?: CheckJob;
  readonly settle: (answer: Answer) => void;
}

/** A check that takes longer is given up, and its thread with it. In milliseconds. */
export const LONGEST_CHECK = 30_000;
/** No package that an engine takes needs a tenth of it. In megabytes. */
const MOST_MEMORY = 2048;

/**
 * Checks packages in a thread of its own, one after another. A newer check of a package takes the place of an older one. Whatever
 * happens to the thread, the next check gets a new one.
 */
export class Checker {
  readonly #abandoned = new Int32Array(new SharedArrayBuffer(4));
  readonly #waiting: Task[] = [];
  /** What the thread has of each package. */
  readonly #sent = new Map<string, Map<string, Uint8Array>>();
  readonly #longest: number;
  #worker: Worker | undefined;
  #running: { readonly id: number; readonly task: Task; readonly timer: NodeJS.Timeout } | undefined;
  #ids = 0;

  constructor(longest = LONGEST_CHECK) {
    this.#longest = longest;
  }

  check(job: CheckJob): Promise<Outcome> {
    this.abandon(job.key);
    return new Promise((resolve) => {
      this.#add({
        request: (id) => ({
          kind: 'check',
          id,
          key: job.key,
          ...this.#changesOf(job),
          engine: job.engine,
        }),
        job,
        settle: (answer) => {
          resolve(answer.kind === 'checked' || answer.kind === 'failed' ? answer : { kind: 'superseded' });
        },
      });
    });
  }

  /** Tells of a job what is known at once, and checks nothing else. */
  edit(job: CheckJob): Promise<void> {
    this.abandon(job.key);
    return new Promise((resolve) => {
      this.#add({
        request: (id) => ({ kind: 'edit', id, key: job.key, ...this.#changesOf(job) }),
        job,
        settle: () => {
          resolve();
        },
      });
    });
  }

  /** What there is to tell of the methods of a package that was checked. */
  notes(key: string): Promise<readonly MethodNote[]> {
    return new Promise((resolve) => {
      this.#add({
        request: (id) => ({ kind: 'notes', id, key }),
        settle: (answer) => {
          resolve(answer.kind === 'notes' ? answer.notes : []);
        },
      });
    });
  }

  /** What a file of a package that was checked declares. */
  outline(key: string, path: string): Promise<readonly OutlineItem[]> {
    return new Promise((resolve) => {
      this.#add({
        request: (id) => ({ kind: 'outline', id, key, path }),
        settle: (answer) => {
          resolve(answer.kind === 'outline' ? answer.items : []);
        },
      });
    });
  }

  forget(key: string): void {
    this.abandon(key);
    this.#sent.delete(key);
    this.#add({
      request: (id) => ({ kind: 'forget', id, key }),
      settle: () => undefined,
    });
  }

  /** Makes the thread leave the check of a package, and takes one that still waits out of the queue. */
  abandon(key: string): void {
    const at = this.#waiting.findIndex((task) => task.job?.key === key);
    if (at >= 0) for (const task of this.#waiting.splice(at, 1)) task.settle({ kind: 'done', id: 0 });
    if (this.#running?.task.job?.key === key) Atomics.store(this.#abandoned, 0, this.#running.id);
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #add(task: Task): void {
    this.#waiting.push(task);
    this.#next();
  }

  #next(): void {
    if (this.#running !== undefined) return;
    const task = this.#waiting.shift();
    if (task === undefined) return;
    const id = (this.#ids += 1);
    const timer = setTimeout(() => {
      void this.#worker?.terminate();
      this.#lose(`it took longer than ${this.#longest / 1000} s`);
    }, this.#longest);
    this.#running = { id, task, timer };
    this.#thread().postMessage(task.request(id));
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = startThread(new URL('./check.worker.ts', import.meta.url), {
      workerData: { abandoned: this.#abandoned },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
      // Standard output belongs to the protocol.
      stdout: true,
    });
    worker.on('message', (answer: Answer) => {
      this.#take(answer);
    });
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#lose(error.message);
    });
    this.#worker = worker;
    return worker;
  }

  #take(answer: Answer): void {
    const running = this.#running;
    if (running?.id !== answer.id) return;
    if (answer.kind !== 'syntax' && answer.kind !== 'rechecked') {
      this.#finish(answer);
      return;
    }
    if (Atomics.load(this.#abandoned, 0) === running.id) return;
    if (answer.kind === 'syntax') running.task.job?.onSyntax(answer.findings);
    else running.task.job?.onRecheck(answer);
  }

  #finish(answer: Answer): void {
    const running = this.#running;
    if (running === undefined) return;
    clearTimeout(running.timer);
    this.#running = undefined;
    running.task.settle(answer);
    this.#next();
  }

  /** The thread is gone; the next one starts with nothing. */
  #lose(why: string): void {
    this.#worker = undefined;
    this.#sent.clear();
    if (this.#running !== undefined) this.#finish({ kind: 'failed', id: this.#running.id, why });
  }

  #changesOf({ key, files }: CheckJob): Changes {
    const sent = this.#sent.get(key) ?? new Map<string, Uint8Array>();
    const changed = [...files]
      .filter(([path, bytes]) => sent.get(path) !== bytes)
      .map(([path, bytes]) => ({ path, bytes }));
    const gone = [...sent.keys()].filter((path) => !files.has(path));
    this.#sent.set(key, new Map(files));
    return { changed, gone };
  }
}
