import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Role } from '../roles/role.ts';
import { createBackOff } from './back-off.ts';
import type { Death, RoleProcess } from './child.ts';
import type { Screen } from './screen.ts';
import { stopTimeMs } from './stop-time.ts';

/** Keeps one role running. */
export interface Keeper {
  readonly role: Role;
  /** Settings that the role provides for the ones started after it. */
  provides(): Readonly<Record<string, string>>;
  /**
   * Lets it begin for the first time, and starts it again whenever it dies from then on. Gives its death when it did not get
   * ready.
   */
  start(): Promise<Death | null>;
  /** Ends it in order and starts it at once: what it was given at its start no longer holds. */
  renew(): void;
  stop(): Promise<void>;
  kill(): void;
}

export interface KeeperOptions {
  readonly role: Role;
  readonly spawn: () => RoleProcess;
  /** Variables with what the roles before it provide at this moment. */
  readonly provided: () => Readonly<Record<string, string>>;
  readonly screen: Screen;
  /** Aborted when everything is to stop. */
  readonly stopping: AbortSignal;
  /** Called when the role provides something else than before. */
  readonly onChange: () => void;
}

const FIRST_BACK_OFF_MS = 500;
const LONGEST_BACK_OFF_MS = 30_000;

/** A process takes longer to load than most roles to start, so it is there at once, and begins when its turn comes. */
export function createKeeper(options: KeeperOptions): Keeper {
  const { role, spawn, screen, stopping } = options;
  const backOff = createBackOff(FIRST_BACK_OFF_MS, LONGEST_BACK_OFF_MS);
  let provides: Readonly<Record<string, string>> = {};
  let current = spawn();
  let begun = false;
  let renewing = false;

  /** Whether it got ready. */
  async function begin(process: RoleProcess): Promise<boolean> {
    begun = true;
    current = process;
    process.begin(options.provided());
    const ready = await process.ready;
    if (ready === null) return false;
    const changed = !isDeepStrictEqual(ready.provides, provides);
    provides = ready.provides;
    screen.ready(role.name, ready);
    if (changed) options.onChange();
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

  const stop = (): Promise<void> => current.stop(stopTimeMs(role));

  return {
    role,
    provides: () => provides,
    async start() {
      const first = current;
      if (!(await begin(first))) return first.died;
      void keepAlive(first);
      return null;
    },
    renew() {
      // One that is not there is started with what holds then.
      if (!begun || !current.isAlive()) return;
      renewing = true;
      screen.renewing(role.name);
      void stop();
    },
    async stop() {
      if (begun) screen.stopping(role.name);
      await stop();
    },
    kill: () => current.kill(),
  };
}
