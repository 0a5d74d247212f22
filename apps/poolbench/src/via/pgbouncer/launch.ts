import { execFile, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { Workplace } from './workplace.ts';

const PATIENCE_MS = 5_000;

/** A PgBouncer that we started. */
export interface PgBouncerProcess {
  readonly pid: number;
  /** How it ended, in words. */
  readonly exited: Promise<string>;
  hasEnded(): boolean;
  /** Ends it at once, whoever is connected. */
  stop(): Promise<void>;
}

/** Starts it in a session of its own, so that a terminal's Ctrl-C does not reach it; nothing of our environment goes with it. */
export async function launch(
  program: string,
  { files, user }: Pick<Workplace, 'files' | 'user'>,
): Promise<PgBouncerProcess> {
  const [file, ...args] = [...(await dyingWithUs()), program, files.settings] as const;
  const log = await open(files.log, 'a');
  const child = spawn(file, args, {
    ...user,
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  let ended = false;
  const exited = new Promise<string>((resolve) => {
    const settle = (how: string): void => {
      ended = true;
      process.off('exit', endWithUs);
      resolve(how);
    };
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(`it ended with ${signal ?? `code ${code ?? 0}`}`));
  });
  // Not before we listen: settings that it does not take end it within milliseconds, and the end is told once.
  await log.close();
  return {
    pid: child.pid ?? 0,
    exited,
    hasEnded: () => ended,
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await exited;
      clearTimeout(late);
    },
  };
}

// Linux sends the signal when the thread that started it is gone. `setpriv` then becomes PgBouncer, under the same number.
async function dyingWithUs(): Promise<readonly string[]> {
  const words = ['--pdeathsig', 'KILL', '--'];
  const works = await new Promise<boolean>((resolve) => {
    execFile('setpriv', [...words, 'true'], (error) => resolve(error === null));
  });
  return works ? ['setpriv', ...words] : [];
}
