import { fork } from 'node:child_process';
import { loaderFor } from '@madang/system/threads';

/** What keeps the processors from sleeping. */
export interface KeepAwake {
  readonly pid: number | null;
  stop(): Promise<void>;
}

const ENTRY = new URL('./keep-awake.worker.ts', import.meta.url);

/**
 * Keeps every processor busy with work of the lowest priority, which gives way to all other work at once. A processor that sleeps
 * between two requests has to be woken for the next: on a virtual machine that takes longer than a cheap statement, so one client
 * on an idle machine measures little else (12,400 selects/s, and 33,300 with this; pgbench, two cores). It costs arms that fill the
 * processors about a tenth. Ends with us, also when we are killed.
 */
export function keepAwake(): KeepAwake {
  // A session of its own, so that Ctrl-C reaches us alone; a channel, so that it hears of our end.
  const child = fork(ENTRY, { execArgv: [...loaderFor(ENTRY)], detached: true, stdio: 'ignore' });
  // Where it could not be started the machine sleeps as it did before.
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  child.unref();
  child.channel?.unref();
  return {
    pid: child.pid ?? null,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
