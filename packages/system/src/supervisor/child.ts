import { fork, type ChildProcess } from 'node:child_process';
import { isFailed, type Begin, type FromRole } from './messages.ts';

export interface ReadyRole {
  readonly provides: Readonly<Record<string, string>>;
  readonly says: string | null;
}

export interface Death {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The role's own account, when it could still give one. */
  readonly text: string | null;
}

export interface RoleProcess {
  /** Lets it start its role, with these variables beside its own. */
  begin(variables: Readonly<Record<string, string>>): void;
  /** Settles when the role is ready; null when it died before. */
  readonly ready: Promise<ReadyRole | null>;
  readonly died: Promise<Death>;
  isAlive(): boolean;
  /** Asks it to stop, and kills it when it does not in time. */
  stop(deadlineMs: number): Promise<void>;
  kill(): void;
}

export interface RoleCommand {
  readonly main: string;
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onProgress: (line: string) => void;
}

/**
 * Starts a role's process, which loads its program and waits until it may begin. It has a session of its own: the terminal's
 * Ctrl-C reaches the supervisor alone, which then stops roles in order. The channel between them tells the role when the
 * supervisor is gone.
 */
export function startRoleProcess({ main, argv, environment, onProgress }: RoleCommand): RoleProcess {
  const child = fork(main, [...argv], {
    detached: true,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let alive = true;
  let text: string | null = null;
  const died = new Promise<Death>((resolve) => {
    const settle = (death: Death): void => {
      alive = false;
      resolve(death);
    };
    child.once('exit', (code, signal) => settle({ code, signal, text }));
    child.on('error', (error) => {
      if (child.pid === undefined) settle({ code: null, signal: null, text: error.message });
    });
  });
  const ready = new Promise<ReadyRole | null>((resolve) => {
    child.on('message', (message: FromRole) => {
      if (isFailed(message)) text = message.text;
      else if (message.type === 'progress') onProgress(message.line);
      else resolve(message);
    });
    void died.then(() => resolve(null));
  });
  return {
    begin: (variables) => {
      const message: Begin = { type: 'begin', variables };
      // One that is dead does not hear it; its death is told elsewhere.
      child.send(message, () => undefined);
    },
    ready,
    died,
    isAlive: () => alive,
    stop: (deadlineMs) => stop(child, died, deadlineMs),
    kill: () => child.kill('SIGKILL'),
  };
}

async function stop(child: ChildProcess, died: Promise<Death>, deadlineMs: number): Promise<void> {
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
  await died;
  clearTimeout(kill);
}
