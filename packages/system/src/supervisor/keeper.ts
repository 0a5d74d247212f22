import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Role } from '../roles/role.ts';
import { createBackOff } from './back-off.ts';
import type { Death, RoleProcess } from './child.ts';
import type { Screen } from './screen.ts';

/** Keeps one role running. */
export interface Keeper {
  readonly role: Role;
  /** Settings that the role provides for the ones started after it. */
  provides(): Readonly<Record<string, string>>;
  /** Starts it for the first time, and from then on again whenever it dies. Gives its death when it did not get ready. */
  start(): Promise<Death | null>;
  /** Ends it in order and starts it at once: what it was given at its start no longer holds. */
  renew(): void;
  stop(): Promise<void>;
  kill(): void;
}

export interface KeeperOptions {
  readonly role: Role;
  readonly spawn: () => RoleProcess;
  readonly screen: Screen;
  /** Aborted when everything is to stop. */
  readonly stopping: AbortSignal;
  /** Called when the role provides something else than before. */
  readonly onChange: () => void;
}

const FIRST_BACK_OFF_MS = 500;
const LONGEST_BACK_OFF_MS = 30_000;
const STOP_SECONDS = 15;

export function createKeeper({ role, spawn, screen, stopping, onChange }: KeeperOptions): Keeper {
  const backOff = createBackOff(FIRST_BACK_OFF_MS, LONGEST_BACK_OFF_MS);
  let provides: Readonly<Record<string, string>> = {};
  let current: RoleProcess | null = null;
  let renewing = false;

  /** Whether it got ready. */
  async function begin(process: RoleProcess): Promise<boolean> {
    current = process;
    const ready = await process.ready;
    if (ready === null) return false;
    const changed = !isDeepStrictEqual(ready.provides, provides);
    provides = ready.provides;
    screen.ready(role.name, ready);
    if (changed) onChange();
    return true;
  }

  async function keepAlive(first: RoleProcess): Promise<void> {
    let process = first;
    for (let born = Date.now(); ; born = Date.now()) {
      const death = await process.died;
      if (!stopping.aborted && !renewing) await waitAfter(death, Date.now() - born);
      if (stopping.aborted) return;
      renewing = false;
      process = spawn();
      await begin(process);
    }
  }

  async function waitAfter(death: Death, livedMs: number): Promise<void> {
    const waitMs = backOff.next(livedMs);
    screen.died(role.name, death, waitMs);
    await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
  }

  const stop = async (): Promise<void> => current?.stop((role.stopSeconds ?? STOP_SECONDS) * 1000);

  return {
    role,
    provides: () => provides,
    async start() {
      const process = spawn();
      if (!(await begin(process))) return process.died;
      void keepAlive(process);
      return null;
    },
    renew() {
      // One that is not there is started with what holds then.
      if (current?.isAlive() !== true) return;
      renewing = true;
      screen.renewing(role.name);
      void stop();
    },
    stop,
    kill: () => current?.kill(),
  };
}
