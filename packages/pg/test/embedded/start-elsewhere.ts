import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { testProgram } from '@madang/testkit';

/** What a starter says: the server it has, or why it has none. */
export interface Said {
  readonly url: string;
  readonly tcpUrl?: string;
  readonly attached: boolean;
  readonly pid: number;
  readonly version: string;
  readonly code?: string;
  readonly message?: string;
}

/** Another process that has started a server. */
export interface Starter {
  readonly said: Said;
  readonly child: ChildProcess;
  /** Ends it in order, and with it the server if it is its own. */
  stop(): Promise<void>;
  /** Ends it by kill -9. */
  kill(): Promise<void>;
}

export interface StarterOptions {
  /** Runs as this user and group. */
  readonly uid?: number;
  /** Command to run it by, such as `unshare`. */
  readonly prefix?: readonly string[];
}

/** Starts a server in a process of its own and waits for what it has to say. */
export async function startElsewhere(
  settings: object,
  { uid, prefix = [] }: StarterOptions = {},
): Promise<Starter> {
  const program = await testProgram(path.join(import.meta.dirname, 'starter.ts'));
  const words = [...prefix, process.execPath, ...program, JSON.stringify(settings)];
  const child = spawn(words[0] ?? '', words.slice(1), {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) throw new Error('The starter ended without a word.');
  return {
    said: JSON.parse(first.value) as Said,
    child,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
