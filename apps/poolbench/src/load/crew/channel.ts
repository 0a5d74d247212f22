import { fork } from 'node:child_process';
import { loaderFor, startThread } from '@madang/system/threads';
import type { FromMember, ToMember } from './messages.ts';

/** The way to a member that is elsewhere. */
export interface Channel {
  send(message: ToMember): void;
  onMessage(listener: (message: FromMember) => void): void;
  /** Resolves when it has ended, with how. */
  readonly ended: Promise<string>;
  kill(): void;
}

const ENTRY = new URL('./member.worker.ts', import.meta.url);

/** Starts a thread. */
export function openThread(): Channel {
  const worker = startThread(ENTRY);
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    ended: new Promise((resolve) => {
      worker.once('error', (error) => resolve(error.message));
      worker.once('exit', (code) => resolve(`its thread ended with code ${code}`));
    }),
    kill: () => void worker.terminate(),
  };
}

/**
 * Starts a process. It has a session of its own, so that Ctrl-C reaches us alone, who stop it in order; when we are gone, it ends.
 */
export function openProcess(): Channel {
  const child = fork(ENTRY, {
    execArgv: [...loaderFor(ENTRY)],
    serialization: 'advanced',
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    // That it does not hear us is told by its end.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    ended: new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) =>
        resolve(
          signal === null ? `its process ended with code ${code}` : `its process was ended by ${signal}`,
        ),
      );
    }),
    kill: () => void child.kill('SIGKILL'),
  };
}
