import type { Logger } from '@madang/telemetry';
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPidFile, type PidFile } from './pid-file.ts';
import type { Command } from './run-as.ts';

const POLL_MS = 20;
const REPORT_MS = 5000;
const PATIENCE_MS = 60_000;

/** How a server ended; both null when it was not ours to watch. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A server process that we started. */
export interface ServerProcess {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  hasEnded(): boolean;
  /** Breaks off transactions and ends in order; with `hurry`, or after a minute, at once, and the next start repairs. */
  stop(hurry: boolean): Promise<void>;
}

/** Starts the server in a session of its own, so that a terminal's Ctrl-C does not reach it; `output` is its log's descriptor. */
export function launch({ file, args, options }: Command, output: number): ServerProcess {
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', output, output] });
  // Where there is no signal at our death, this is the least we can do; the next start finds what is left.
  const endWithUs = (): void => void child.kill('SIGINT');
  process.once('exit', endWithUs);
  const exited = new Promise<Exit>((resolve) => {
    const settle = (exit: Exit): void => {
      process.off('exit', endWithUs);
      resolve(exit);
    };
    child.once('error', () => settle({ code: null, signal: null }));
    child.once('exit', (code, signal) => settle({ code, signal }));
  });
  let ended = false;
  void exited.then(() => (ended = true));
  return { pid: child.pid ?? 0, exited, hasEnded: () => ended, stop: (hurry) => stop(child, exited, hurry) };
}

async function stop(child: ChildProcess, exited: Promise<Exit>, hurry: boolean): Promise<void> {
  child.kill(hurry ? 'SIGQUIT' : 'SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), PATIENCE_MS).unref();
  await exited;
  clearTimeout(late);
}

export interface Waiting {
  readonly cluster: string;
  readonly isRunning: () => boolean | Promise<boolean>;
  readonly log: Logger;
}

/** Waits until the server takes connections, however long it recovers; undefined when it ends before. */
export async function waitUntilReady({ cluster, isRunning, log }: Waiting): Promise<PidFile | undefined> {
  const start = performance.now();
  for (let report = REPORT_MS; ;) {
    const running = await isRunning();
    const file = await readPidFile(cluster);
    if (!running) return undefined;
    if (file?.status === 'ready') return file;
    const waited = performance.now() - start;
    if (waited > report) {
      report += REPORT_MS;
      log.info({ cluster, seconds: Math.round(waited / 1000) }, 'PostgreSQL is recovering');
    }
    await sleep(POLL_MS);
  }
}
